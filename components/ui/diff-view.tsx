'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { classNames } from './class-names';
import { compareTexts, type DiffChunk, foldRows } from './diff-lines';
import { SplitRows, UnifiedRows } from './diff-rows';
import { SegmentedControl } from './segmented-control';

export interface DiffViewProps {
  before: string;
  after: string;
  /** What is compared, for a screen reader and above the text: a file name. */
  title: string;
  beforeLabel?: string;
  afterLabel?: string;
  defaultLayout?: 'unified' | 'split';
  /** Equal lines kept around each change; null keeps all. */
  context?: number | null;
  /** Largest height in CSS. */
  maxHeight?: string;
}

type Layout = 'unified' | 'split';

interface ChunkProps {
  chunk: DiffChunk;
  layout: Layout;
  open: boolean;
  onOpen: () => void;
}

function Chunk({ chunk, layout, open, onOpen }: ChunkProps) {
  if (chunk.hidden && !open) {
    return (
      <tr>
        <td colSpan={layout === 'split' ? 4 : 3} className="border-y bg-surface-sunken p-0">
          <button
            type="button"
            onClick={onOpen}
            className="block w-full px-3 py-0.5 text-start font-sans text-muted text-xs hover:bg-surface-hover hover:text-text focus-visible:-outline-offset-2"
          >
            Show {chunk.rows.length} equal lines
          </button>
        </td>
      </tr>
    );
  }
  return layout === 'split' ? <SplitRows rows={chunk.rows} /> : <UnifiedRows rows={chunk.rows} />;
}

interface DiffTableProps extends Pick<DiffViewProps, 'title' | 'maxHeight'> {
  layout: Layout;
  children: ReactNode;
}

function DiffTable({ title, layout, maxHeight, children }: DiffTableProps) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keyboard
      tabIndex={0}
      style={{ maxHeight }}
      className="relative overflow-auto focus-visible:-outline-offset-2"
    >
      <table
        dir="ltr"
        aria-label={title}
        className={classNames(
          'w-full border-collapse font-mono text-xs leading-5',
          layout === 'split' && 'min-w-3xl table-fixed',
        )}
      >
        {layout === 'split' && (
          <colgroup>
            <col className="w-11" />
            <col />
            <col className="w-11" />
            <col />
          </colgroup>
        )}
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** Two texts compared line by line, below each other or side by side; long equal stretches are folded. */
export function DiffView({
  before,
  after,
  title,
  beforeLabel,
  afterLabel,
  defaultLayout = 'unified',
  context = 3,
  maxHeight,
}: DiffViewProps) {
  const [layout, setLayout] = useState<Layout>(defaultLayout);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const result = useMemo(() => compareTexts(before, after), [before, after]);
  const chunks = useMemo(() => foldRows(result.rows, context), [result, context]);
  const equal = result.added === 0 && result.removed === 0;
  return (
    <section aria-label={title} className="min-w-0 overflow-hidden rounded-lg border bg-surface-raised">
      <header className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-surface-sunken px-3 py-1">
        <span className="min-w-0 truncate font-mono text-xs">{title}</span>
        <span className="text-muted text-xs">
          {equal ? (
            'No difference'
          ) : (
            <>
              <span className="text-success">+{result.added}</span>{' '}
              <span className="text-danger">−{result.removed}</span>
            </>
          )}
          {beforeLabel && afterLabel && ` · ${beforeLabel} → ${afterLabel}`}
        </span>
        {!equal && (
          <span className="ms-auto max-sm:hidden">
            <SegmentedControl
              label="Layout of the comparison"
              size="sm"
              value={layout}
              onValueChange={setLayout}
              segments={[
                { value: 'unified', label: 'Unified' },
                { value: 'split', label: 'Split' },
              ]}
            />
          </span>
        )}
      </header>
      {!equal && (
        <DiffTable title={title} layout={layout} maxHeight={maxHeight}>
          {chunks.map((chunk, index) => (
            <Chunk
              key={index}
              chunk={chunk}
              layout={layout}
              open={opened.has(index)}
              onOpen={() => setOpened(new Set([...opened, index]))}
            />
          ))}
        </DiffTable>
      )}
      {result.abandoned && (
        <p className="border-t px-3 py-1.5 text-muted text-xs">
          The texts have too little in common to be compared line by line.
        </p>
      )}
    </section>
  );
}
