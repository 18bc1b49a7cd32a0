import { Badge } from '@/components/ui/badge';
import type { PrivacyField } from '@/lib/contracts/privacy';

/** What a field is: path, type, where it comes from, what it says of itself. */
export function FieldFacts({ field, brief }: { field: PrivacyField; brief: boolean }) {
  const { path, type, origin, change, description } = field;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="min-w-0 break-all font-mono font-semibold text-xs">{path}</span>
        <span className="font-mono text-2xs text-muted">{type}</span>
        {change !== 'unchanged' && (
          <Badge tone={change === 'added' ? 'success' : 'accent'} look="outline">
            {change === 'added' ? 'New' : 'Changed'}
          </Badge>
        )}
      </p>
      <p
        className={`mt-0.5 whitespace-pre-line break-words text-muted ${brief ? 'line-clamp-1' : 'line-clamp-4'}`}
        title={description ?? undefined}
      >
        {description ?? <em>No description</em>}
      </p>
      {origin && (
        <p className="mt-0.5 break-all text-faint text-xs">
          from <span className="font-mono text-2xs">{origin.replace(/^\//, '')}</span>
        </p>
      )}
    </div>
  );
}
