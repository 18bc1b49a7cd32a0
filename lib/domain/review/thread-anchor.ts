import { carryLines } from './carry-lines';

/** What a thread is about. Lines count from 1, `endLine` is inclusive, both in the source of that revision. */
export type ThreadAnchor =
  | { kind: 'proposal' }
  | { kind: 'field'; pointer: string }
  | { kind: 'metric'; metricId: string }
  | { kind: 'lines'; revisionNumber: number; startLine: number; endLine: number };

/** A text that anchors can be carried to: a newer revision, or the draft. */
export interface AnchorTarget {
  /** For the draft: the number that the next revision will have. */
  revisionNumber: number;
  source: string;
  /** Pointers of all fields there. */
  fieldPointers: ReadonlySet<string>;
  /** Fields that were renamed or moved: the old pointer, then the new one. */
  movedFields: ReadonlyMap<string, string>;
  metricIds: ReadonlySet<string>;
}

/**
 * Where a thread stands now, or `outdated`: what it is about is gone or was rewritten. An outdated thread stays
 * open, and blocking if it was, and is shown with the text it was about; only a person resolves it.
 * A field that was renamed or moved, or whose group was, takes its threads along.
 */
export function carryAnchor(
  anchor: ThreadAnchor,
  sourceOf: (revisionNumber: number) => string | null,
  target: AnchorTarget,
): ThreadAnchor | 'outdated' {
  switch (anchor.kind) {
    case 'proposal':
      return anchor;
    case 'metric':
      return target.metricIds.has(anchor.metricId) ? anchor : 'outdated';
    case 'field': {
      const pointer = carryPointer(anchor.pointer, target);
      return pointer === null ? 'outdated' : { kind: 'field', pointer };
    }
    case 'lines': {
      const source = sourceOf(anchor.revisionNumber);
      if (source === null) return 'outdated';
      const lines = carryLines(source, target.source, anchor);
      if (lines === 'outdated') return 'outdated';
      return { kind: 'lines', revisionNumber: target.revisionNumber, ...lines };
    }
  }
}

/** A stable text for an anchor, to group threads by; two anchors at one place give the same. */
export function anchorKey(anchor: ThreadAnchor): string {
  switch (anchor.kind) {
    case 'proposal':
      return 'proposal';
    case 'field':
      return `field:${anchor.pointer}`;
    case 'metric':
      return `metric:${anchor.metricId}`;
    case 'lines':
      return `lines:${anchor.revisionNumber}:${anchor.startLine}-${anchor.endLine}`;
  }
}

/** A field that moved goes where it moved to; one whose group moved keeps its place within the group. */
function carryPointer(pointer: string, { fieldPointers, movedFields }: AnchorTarget): string | null {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const moved = movedFields.get(pointer.slice(0, end));
    const carried = moved === undefined ? undefined : moved + pointer.slice(end);
    if (carried !== undefined && fieldPointers.has(carried)) return carried;
  }
  return fieldPointers.has(pointer) ? pointer : null;
}
