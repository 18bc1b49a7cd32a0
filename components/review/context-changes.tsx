import { DiffView } from '@/components/ui/diff-view';
import { Disclosure } from '@/components/ui/disclosure';
import type { ContextChange } from './review-view';

/** The answers and metrics that differ between two revisions; an analyst's approval covers them too. */
export function ContextChanges({ changes }: { changes: ContextChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Disclosure
      summary="Question and metrics changed, too"
      aside={`${changes.length}`}
      defaultOpen={changes.length <= 3}
      className="mt-2"
    >
      <div className="flex flex-col gap-2">
        {changes.map(({ key, label, before, after }) => (
          <DiffView key={key} title={label} before={before} after={after} />
        ))}
      </div>
    </Disclosure>
  );
}
