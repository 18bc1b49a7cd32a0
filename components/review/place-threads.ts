import type { ThreadView } from '@/lib/contracts/thread';

/** Threads about lines, sorted into those that stand in a shown text and those that do not. */
export interface PlacedThreads {
  /** By the last line that a thread is about in the shown text, counted from 1. */
  byLine: ReadonlyMap<number, ThreadView[]>;
  /** The lines changed since, or the thread belongs to another revision than the one that is shown. */
  elsewhere: ThreadView[];
}

/**
 * Finds the place of each thread about lines in a revision: in the newest one where its lines are now, in an older one
 * where they were when the thread was opened on it.
 */
export function placeThreads(
  threads: readonly ThreadView[],
  shown: { revisionNumber: number; isNewest: boolean },
): PlacedThreads {
  const byLine = new Map<number, ThreadView[]>();
  const elsewhere: ThreadView[] = [];
  for (const thread of threads) {
    if (thread.anchor.kind !== 'lines') continue;
    const line = lastLine(thread.anchor, shown);
    if (line === null) elsewhere.push(thread);
    else byLine.set(line, [...(byLine.get(line) ?? []), thread]);
  }
  return { byLine, elsewhere };
}

type Lines = Extract<ThreadView['anchor'], { kind: 'lines' }>;

function lastLine(
  anchor: Lines,
  { revisionNumber, isNewest }: { revisionNumber: number; isNewest: boolean },
) {
  if (anchor.revisionNumber === revisionNumber) return anchor.endLine;
  return isNewest ? (anchor.current?.endLine ?? null) : null;
}

/** Whether what a thread is about is gone or was rewritten. */
export function isOutdated({ anchor }: ThreadView): boolean {
  switch (anchor.kind) {
    case 'proposal':
      return false;
    case 'field':
    case 'metric':
      return anchor.gone;
    case 'lines':
      return anchor.current === null;
  }
}

export type ThreadFilter = 'open' | 'resolved' | 'all';

export function filterThreads(threads: readonly ThreadView[], filter: ThreadFilter): ThreadView[] {
  return threads.filter((thread) => filter === 'all' || (thread.resolvedAt === null) === (filter === 'open'));
}

/** The lines of a text from `start` to `end`, counted from 1, both included. */
export function linesOf(text: string, start: number, end: number): string {
  return text
    .split(/\r\n|\r|\n/)
    .slice(start - 1, end)
    .join('\n');
}
