'use client';

import { CircleAlert, CircleCheck, CloudOff, PencilLine } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';
import { Time } from '@/components/ui/time';
import type { DraftSaver } from './draft-saver';
import type { SaveState } from './save-state';

/** Whether every word is in the record, and if not, why not. */
export function SaveStatus({ saver, state }: { saver: DraftSaver; state: SaveState }) {
  const isTrouble = state.phase === 'offline' || state.phase === 'refused';
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <span
        role="status"
        className={classNames(
          'inline-flex min-w-0 items-center gap-1.5 text-xs [&_svg]:size-3.5 [&_svg]:shrink-0',
          isTrouble ? 'text-danger' : 'text-muted',
        )}
      >
        <Words state={state} />
      </span>
      {isTrouble && (
        <Button size="sm" onClick={() => void saver.flush()}>
          Save now
        </Button>
      )}
    </div>
  );
}

function Words({ state }: { state: SaveState }) {
  switch (state.phase) {
    case 'saved':
      return (
        <>
          <CircleCheck aria-hidden className="text-success" />
          <span>
            Saved
            {state.acknowledged.savedAt && (
              <span className="text-faint">
                {' '}
                · <Time value={state.acknowledged.savedAt} />
              </span>
            )}
          </span>
        </>
      );
    case 'saving':
      return (
        <>
          <Spinner /> Saving…
        </>
      );
    case 'offline':
      return (
        <>
          <CloudOff aria-hidden />
          <span className="break-words">{state.message}</span>
        </>
      );
    case 'refused':
      return (
        <>
          <CircleAlert aria-hidden />
          <span className="break-words">Not saved. {state.message}</span>
        </>
      );
    default:
      return (
        <>
          <PencilLine aria-hidden /> Not saved yet
        </>
      );
  }
}
