import { ArrowRight } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { fieldAnchor } from '@/components/review/review-links';
import { retentionLabels } from './labels';
import type { RetentionChange } from './retention-changes';

/** Fields whose time changes against what earlier versions decided, side by side. */
export function RetentionChangeList({ changes }: { changes: RetentionChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Disclosure
      summary="Retention that changes against earlier versions"
      aside={`${changes.length}`}
      defaultOpen={changes.length <= 8}
      className="mb-4"
    >
      <ul className="flex flex-col gap-1">
        {changes.map(({ pointer, path, before, after }) => (
          <li key={pointer} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
            <a
              href={`#${encodeURI(fieldAnchor(pointer))}`}
              className="min-w-0 break-all font-mono text-xs hover:underline"
            >
              {path}
            </a>
            <Badge tone={before} look="outline">
              {retentionLabels[before]}
            </Badge>
            <ArrowRight aria-label="becomes" className="size-3.5 text-faint rtl:-scale-x-100" />
            <Badge tone={after}>{retentionLabels[after]}</Badge>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
