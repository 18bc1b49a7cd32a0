import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ThreadView } from '@/lib/contracts/thread';
import type { FindingLine } from './review-view';
import { ThreadCard } from './thread-card';
import { ThreadFold } from './thread-fold';

interface Notes {
  byLine: ReadonlyMap<number, ThreadView[]>;
  findings: readonly FindingLine[];
}

/** What stands under the lines of a source: errors first, then threads; resolved ones are folded. */
export function lineAnnotations({ byLine, findings }: Notes): Map<number, ReactNode> {
  const findingsByLine = new Map<number, FindingLine[]>();
  for (const finding of findings) {
    const line = finding.range?.start.line;
    if (line === undefined || finding.severity !== 'error') continue;
    findingsByLine.set(line, [...(findingsByLine.get(line) ?? []), finding]);
  }
  const annotations = new Map<number, ReactNode>();
  for (const line of new Set([...findingsByLine.keys(), ...byLine.keys()])) {
    annotations.set(
      line,
      <div className="flex min-w-0 max-w-3xl flex-col gap-2">
        {findingsByLine.get(line)?.map((finding, index) => (
          <FindingNote key={`${finding.rule}-${index}`} finding={finding} />
        ))}
        {byLine
          .get(line)
          ?.map((thread) =>
            thread.resolvedAt === null ? (
              <ThreadCard key={thread.id} thread={thread} />
            ) : (
              <ThreadFold key={thread.id} thread={thread} />
            ),
          )}
      </div>,
    );
  }
  return annotations;
}

function FindingNote({ finding }: { finding: FindingLine }) {
  return (
    <p className="flex items-start gap-1.5 text-danger text-xs">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0">
        <span className="sr-only">Error: </span>
        {finding.message}
      </span>
    </p>
  );
}
