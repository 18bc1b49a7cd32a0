'use client';

import { MessageSquarePlus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { highlightYaml } from './highlight-yaml';
import { describeLines, holdsLine, lineRange, type LineRange, moveByKey } from './line-range';
import { SourceLine } from './source-line';

export interface SourceViewProps {
  /** The source or materialized text, YAML or JSON. An empty text shows one empty line. */
  text: string;
  /** What the screen reader calls the text. */
  ariaLabel: string;
  /** What stands under a line (threads, findings), by line number from 1. */
  annotations?: ReadonlyMap<number, ReactNode>;
  selectedRange?: LineRange | null;
  /** Called when a person selects lines, with null when they clear the selection. Absent: numbers are plain links. */
  onSelectRange?: (range: LineRange | null) => void;
  /** Shows a button beside the selected lines and beside the line under the pointer. */
  onStartThread?: (range: LineRange) => void;
  /** Put before the lines' ids (`L12`), so that two texts can stand on one page. Default none. */
  idPrefix?: string;
  /** Wraps long lines; default true. */
  wrap?: boolean;
}

/**
 * A text to read and to talk about: numbered, coloured lines that can be linked to (`#L12`), selected by click, shift-click
 * and keyboard, and annotated. Rendered on the server; needs no Monaco.
 */
export function SourceView(props: SourceViewProps) {
  const {
    text,
    ariaLabel,
    annotations,
    selectedRange = null,
    onStartThread,
    idPrefix = '',
    wrap = true,
  } = props;
  const lines = useMemo(() => highlightYaml(withoutLastBreak(text)), [text]);
  const { root, current, select, onKeyDown } = useLineSelection(props, lines.length);
  const startThread = useCallback(
    (line: number) =>
      onStartThread?.(
        holdsLine(selectedRange, line) && selectedRange ? selectedRange : lineRange(line, line),
      ),
    [onStartThread, selectedRange],
  );

  return (
    <section
      ref={root}
      aria-label={ariaLabel}
      className="min-w-0 overflow-x-auto rounded-md border bg-surface-raised py-2 font-mono text-sm leading-5"
      onKeyDown={onKeyDown}
    >
      <div className={wrap ? 'min-w-0' : 'w-max min-w-full'}>
        {lines.map((tokens, index) => {
          const line = index + 1;
          return (
            <SourceLine
              key={line}
              id={`${idPrefix}L${line}`}
              line={line}
              tokens={tokens}
              wrap={wrap}
              selected={holdsLine(selectedRange, line)}
              tabStop={line === current}
              onSelect={props.onSelectRange ? select : undefined}
              onStartThread={onStartThread && startThread}
              offersThread={selectedRange?.end === line}
              annotation={annotations?.get(line)}
            />
          );
        })}
      </div>
      <p className="sr-only" aria-live="polite">
        {selectedRange ? `Selected ${describeLines(selectedRange)}.` : ''}
      </p>
      {onStartThread && selectedRange && (
        <div className="sticky bottom-2 flex justify-end px-2 font-sans">
          <button
            type="button"
            className="inline-flex h-7 items-center gap-1.5 rounded-md bg-accent-solid px-2.5 text-sm font-medium text-on-accent shadow-overlay hover:bg-accent-solid-hover pointer-coarse:h-9"
            onClick={() => onStartThread(selectedRange)}
          >
            <MessageSquarePlus aria-hidden className="size-3.5" />
            Start a thread on {describeLines(selectedRange)}
          </button>
        </div>
      )}
    </section>
  );
}

/** Selection by pointer and by keyboard: one line number is in the page's tab order, the arrows reach the others. */
function useLineSelection({ selectedRange, onSelectRange }: SourceViewProps, count: number) {
  const root = useRef<HTMLElement>(null);
  const anchor = useRef(selectedRange?.start ?? 1);
  const [focused, setFocused] = useState(selectedRange?.start ?? 1);

  const select = useCallback(
    (line: number, extend: boolean) => {
      if (!extend) anchor.current = line;
      setFocused(line);
      onSelectRange?.(lineRange(anchor.current, line));
    },
    [onSelectRange],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const line = numberOf(event.target);
    if (line === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveByKey(event.key, event.shiftKey, { line, anchor: anchor.current, last: count });
    if (!move) return;
    event.preventDefault();
    if (!event.shiftKey) anchor.current = move.focus;
    setFocused(move.focus);
    root.current?.querySelector<HTMLElement>(`[data-line="${move.focus}"]`)?.focus();
    if (move.select !== undefined) onSelectRange?.(move.select);
  };
  return { root, current: Math.min(focused, count), select, onKeyDown };
}

/** The line whose number has the focus; null where the focus is elsewhere (in a thread under a line, say). */
function numberOf(target: EventTarget): number | null {
  const line = target instanceof HTMLElement ? target.dataset['line'] : undefined;
  return line === undefined ? null : Number(line);
}

/** A file ends with a line break; the empty line that an editor shows after it says nothing to a reader. */
function withoutLastBreak(text: string): string {
  return text.replace(/(?:\r\n|\r|\n)$/, '');
}
