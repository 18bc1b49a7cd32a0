'use client';

import { TextWrap } from 'lucide-react';
import { Button } from '@/components/ui/button';

interface EditorBarProps {
  phase: 'loading' | 'ready' | 'failed';
  readOnly: boolean;
  /** True after Escape: the next Tab leaves. */
  leaving: boolean;
  /** True while Monaco lets Tab move the focus (Ctrl-M). */
  tabMovesFocus: boolean;
  wrap: boolean;
  onWrap: (wrap: boolean) => void;
  onRetry: () => void;
  hintId: string;
}

/** The line under an editor: how to leave it by keyboard, and whether long lines wrap. */
export function EditorBar(props: EditorBarProps) {
  const { phase, wrap, onWrap, onRetry, hintId } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t bg-surface-sunken px-2 py-1">
      <p id={hintId} className="min-w-0 grow text-xs text-muted" aria-live="polite">
        {hintOf(props)}
      </p>
      {phase === 'failed' && (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
      <Button
        size="sm"
        variant="ghost"
        icon={<TextWrap aria-hidden />}
        aria-pressed={wrap}
        className="aria-pressed:text-accent"
        onClick={() => onWrap(!wrap)}
      >
        Wrap lines
      </Button>
    </div>
  );
}

function hintOf({ phase, readOnly, leaving, tabMovesFocus }: EditorBarProps) {
  if (phase === 'failed')
    return 'The full editor did not load. You can keep writing here; every word is kept.';
  if (phase === 'loading') return 'The full editor is loading. You can write already.';
  if (readOnly) return 'Read only.';
  if (leaving) return 'Tab now leaves the editor.';
  if (tabMovesFocus) {
    return (
      <>
        Tab moves on. <kbd>Ctrl</kbd> <kbd>M</kbd> lets it indent again.
      </>
    );
  }
  return (
    <>
      Tab indents. <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves the editor, as does <kbd>Ctrl</kbd> <kbd>M</kbd>.
    </>
  );
}
