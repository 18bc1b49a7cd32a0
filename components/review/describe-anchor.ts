import type { AnchorView, ThreadView } from '@/lib/contracts/thread';

/** What a thread is about, in a few words. Plain text of people, to be escaped. */
export function describeAnchor(anchor: AnchorView): string {
  switch (anchor.kind) {
    case 'proposal':
      return 'The proposal';
    case 'field':
      return anchor.path;
    case 'metric':
      return anchor.name === '' ? 'A metric' : `Metric ${anchor.name}`;
    case 'lines': {
      const { startLine, endLine } = anchor.current ?? anchor;
      return startLine === endLine ? `Line ${startLine}` : `Lines ${startLine}–${endLine}`;
    }
  }
}

/** The first words of a thread on one line; empty where its first comment holds none. */
export function threadExcerpt(thread: ThreadView, length = 80): string {
  const text = thread.comments[0]?.body.replace(/\s+/gu, ' ').trim() ?? '';
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
