'use client';

import { Plus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { SyntaxToken } from './highlight-yaml';
import { SYNTAX_CLASSES } from './syntax';

interface SourceLineProps {
  id: string;
  /** Counted from 1. */
  line: number;
  tokens: readonly SyntaxToken[];
  wrap: boolean;
  selected: boolean;
  /** True for the one line number that Tab reaches. */
  tabStop: boolean;
  onSelect?: (line: number, extend: boolean) => void;
  onStartThread?: (line: number) => void;
  /** Shows the thread button without waiting for the pointer. */
  offersThread: boolean;
  annotation: ReactNode;
}

/** One numbered line, and what stands under it. */
export const SourceLine = memo(function SourceLine(props: SourceLineProps) {
  const { id, line, tokens, wrap, selected, onStartThread, offersThread, annotation } = props;
  return (
    <div id={id} className="scroll-mt-24">
      <div
        className={`group relative flex items-start ${selected ? 'bg-accent-soft' : 'target-line hover:bg-surface-sunken'}`}
      >
        <LineNumber {...props} />
        <span className="relative w-5 shrink-0 select-none self-stretch">
          {onStartThread && (
            <button
              type="button"
              tabIndex={-1}
              aria-label={`Start a thread on line ${line}`}
              className={`absolute start-0 top-0.5 size-4 items-center justify-center rounded-sm bg-accent-solid text-on-accent hover:bg-accent-solid-hover ${offersThread ? 'flex' : 'hidden group-hover:flex'}`}
              onClick={() => onStartThread(line)}
            >
              <Plus aria-hidden className="size-3" />
            </button>
          )}
        </span>
        <code
          className={`min-h-5 min-w-0 grow pe-3 text-[1em] ${wrap ? 'whitespace-pre-wrap wrap-anywhere' : 'whitespace-pre'}`}
        >
          {tokens.map((token, index) => (
            <span key={index} className={SYNTAX_CLASSES[token.kind]}>
              {token.text}
            </span>
          ))}
        </code>
      </div>
      {annotation && <div className="border-y bg-surface px-3 py-2 font-sans">{annotation}</div>}
    </div>
  );
});

function LineNumber({ id, line, selected, tabStop, onSelect }: SourceLineProps) {
  const look = `w-11 shrink-0 select-none ps-2 pe-2 text-end text-xs leading-5 tabular-nums outline-offset-[-2px] ${selected ? 'font-medium text-accent' : 'text-faint hover:text-text'}`;
  if (!onSelect) {
    return (
      <a
        href={`#${id}`}
        tabIndex={tabStop ? 0 : -1}
        data-line={line}
        aria-label={`Line ${line}`}
        className={look}
      >
        {line}
      </a>
    );
  }
  return (
    <button
      type="button"
      tabIndex={tabStop ? 0 : -1}
      data-line={line}
      aria-label={`Line ${line}`}
      aria-pressed={selected}
      className={look}
      onClick={(event) => onSelect(line, event.shiftKey)}
    >
      {line}
    </button>
  );
}
