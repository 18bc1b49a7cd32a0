'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { describeLines, type LineRange } from '@/components/editor/line-range';
import { SourceView } from '@/components/editor/source-view';
import { DiffView } from '@/components/ui/diff-view';
import { Section } from '@/components/ui/section';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { lineAnnotations } from './line-annotations';
import { linesOf, placeThreads } from './place-threads';
import { useReviewDesk } from './review-desk';
import type { ReviewView } from './review-view';
import { ThreadComposer } from './thread-composer';

type Mode = 'source' | 'compared' | 'materialized';

type SourceSectionProps = Pick<ReviewView, 'source' | 'materialized' | 'older' | 'comparedWith' | 'findings'>;

/** The revision's source with its threads under their lines, and what changed in it. */
export function SourceSection(view: SourceSectionProps) {
  const { revisionNumber } = useReviewDesk();
  const [mode, setMode] = useState<Mode>('source');
  useLineInAddress(useCallback(() => setMode('source'), []));
  const title = `Revision ${revisionNumber}`;
  const beforeLabel = view.comparedWith?.label ?? 'nothing';
  return (
    <Section
      id="source"
      title="Source"
      description={
        mode === 'source'
          ? 'Select lines by click and Shift-click, or with the arrow keys and Shift, to start a thread on them.'
          : undefined
      }
      actions={
        <SegmentedControl
          label="What is shown"
          value={mode}
          onValueChange={setMode}
          segments={[
            { value: 'source', label: 'Source' },
            { value: 'compared', label: 'What changed' },
            { value: 'materialized', label: 'Materialized' },
          ]}
        />
      }
    >
      {mode === 'source' && <DiscussedSource source={view.source} findings={view.findings} />}
      {mode === 'compared' && (
        <DiffView
          title="current.yaml"
          before={view.older ? (view.older.source ?? view.older.materialized) : ''}
          after={view.source}
          beforeLabel={beforeLabel}
          afterLabel={title}
        />
      )}
      {mode === 'materialized' && (
        <DiffView
          title="Materialized schema"
          before={view.older?.materialized ?? ''}
          after={view.materialized}
          beforeLabel={beforeLabel}
          afterLabel={title}
        />
      )}
    </Section>
  );
}

function DiscussedSource({ source, findings }: Pick<ReviewView, 'source' | 'findings'>) {
  const { threads, revisionNumber, isNewest, mayComment } = useReviewDesk();
  const [selected, setSelected] = useState<LineRange | null>(null);
  const [composing, setComposing] = useState<LineRange | null>(null);
  const startThread = useCallback((range: LineRange) => {
    setComposing(range);
    setSelected(null);
  }, []);
  const annotations = useMemo(() => {
    const placed = placeThreads(threads, { revisionNumber: revisionNumber ?? 0, isNewest });
    const notes = lineAnnotations({ byLine: placed.byLine, findings });
    if (!composing || revisionNumber === null) return notes;
    const composer = (
      <ThreadComposer
        key={`${composing.start}-${composing.end}`}
        anchor={{ kind: 'lines', revisionNumber, startLine: composing.start, endLine: composing.end }}
        about={describeLines(composing)}
        originalLines={linesOf(source, composing.start, composing.end)}
        close={() => setComposing(null)}
      />
    );
    return new Map<number, ReactNode>([
      ...notes,
      [
        composing.end,
        <div key="notes" className="flex flex-col gap-2">
          {notes.get(composing.end)}
          {composer}
        </div>,
      ],
    ]);
  }, [threads, revisionNumber, isNewest, findings, composing, source]);
  return (
    <SourceView
      text={source}
      ariaLabel={`Source of revision ${revisionNumber}`}
      annotations={annotations}
      selectedRange={composing ?? selected}
      onSelectRange={mayComment.allowed && !composing ? setSelected : undefined}
      onStartThread={mayComment.allowed && !composing ? startThread : undefined}
    />
  );
}

/** Calls back when the address names a line, so that the text which has lines is shown. */
function useLineInAddress(show: () => void): void {
  useEffect(() => {
    const onHash = () => {
      if (!/^#L\d+$/.test(location.hash)) return;
      show();
      requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [show]);
}
