'use client';

import { useState } from 'react';
import { SchemaEditor } from '@/components/editor/schema-editor';
import type { EditorTheme } from '@/components/editor/syntax';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DiffView } from '@/components/ui/diff-view';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { DraftConflict } from '@/lib/contracts/draft';
import type { DraftSaver } from './draft-saver';
import type { SaveState } from './save-state';

interface ConflictScreenProps {
  saver: DraftSaver;
  state: SaveState;
  conflict: DraftConflict;
  theme: EditorTheme;
}

/** Two people wrote at once: both texts, side by side, and three ways on. Nothing is overwritten until one is chosen. */
export function ConflictScreen({ saver, state, conflict, theme }: ConflictScreenProps) {
  const [merging, setMerging] = useState(false);
  const who = conflict.savedBy?.name ?? 'Somebody';
  const takeTheirs = () => {
    const aside = saver.takeTheirs();
    toast.info('Your text was set aside', {
      duration: 30_000,
      action: { label: 'Bring it back', onClick: () => saver.type(aside) },
    });
  };
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warning" live title={`${who} saved the draft while you were writing`}>
        <p>
          Both texts are safe: theirs is in the record
          {conflict.savedAt && (
            <>
              {' '}
              since <Time value={conflict.savedAt} />
            </>
          )}
          , yours is here and nowhere else. Choose what the draft should say.
        </p>
      </Callout>
      <div className="flex flex-wrap gap-2">
        <Button
          variant={merging ? 'secondary' : 'primary'}
          aria-pressed={merging}
          onClick={() => setMerging(true)}
        >
          Merge by hand
        </Button>
        <Button onClick={takeTheirs}>Take theirs</Button>
        <Button onClick={() => void saver.keepMine()}>Save mine over theirs</Button>
      </div>
      <DiffView
        title="Their text, compared with yours"
        before={conflict.text}
        after={state.text}
        beforeLabel={who}
        afterLabel="you"
        defaultLayout="split"
        maxHeight="50vh"
      />
      {merging && (
        <Section
          title="The merged text"
          description="It begins as yours. Take over from above what should stay of theirs; the comparison follows."
          actions={
            <Button variant="primary" onClick={() => void saver.keepMine()}>
              Save the merged text
            </Button>
          }
        >
          <SchemaEditor
            value={state.text}
            onChange={saver.type}
            ariaLabel="The merged text"
            theme={theme}
            height="55vh"
          />
        </Section>
      )}
    </div>
  );
}
