'use client';

import { useCallback, useMemo, useState } from 'react';
import { SchemaEditor } from '@/components/editor/schema-editor';
import { useShownTheme } from '@/components/shell/use-theme';
import { Callout } from '@/components/ui/callout';
import { toast } from '@/components/ui/toast';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import type { Finding, Range, TextEdit } from '@/lib/domain/findings/finding';
import { applyEdits } from '@/lib/domain/schema/edit-source';
import { BaseCallout } from './base-callout';
import { ConflictScreen } from './conflict-screen';
import { DraftBar } from './draft-bar';
import type { DraftActions } from './draft-actions';
import { DraftSide } from './draft-side';
import { referencesOf } from './references';
import { useAssessment } from './use-assessment';
import { useDraftSaver } from './use-draft-saver';

interface DraftPageProps {
  page: ProposalPage;
  actions: DraftActions;
}

const restored = () =>
  void toast.info('Text that was not saved is back', {
    description: 'The page had gone before it was acknowledged.',
  });

/** The draft: its text, what it means, and what is to be said of it; saved while one writes. */
export function DraftPage({ page, actions }: DraftPageProps) {
  const { id: proposalId, draft, permissions } = page;
  const mayEdit = permissions.editDraft.allowed;
  const [saver, state] = useDraftSaver({
    proposalId,
    draft,
    mayEdit,
    save: actions.saveDraft,
    onRestored: restored,
  });
  const assessed = useAssessment(state.text, {
    context: draft.context,
    proposalId,
    loadLookup: actions.loadLookup,
  });
  const [place, setPlace] = useState<Range | null>(null);
  const theme = useShownTheme();
  const references = useMemo(() => referencesOf(draft.context), [draft.context]);
  const edit = useCallback(
    (edits: readonly TextEdit[]) => {
      // Edits are offsets into the text that was assessed; of another text they would hit the wrong words.
      if (assessed.text === saver.current().text) saver.type(applyEdits(assessed.text, edits));
    },
    [saver, assessed.text],
  );
  const fix = useCallback((finding: Finding) => finding.fix && edit(finding.fix.edits), [edit]);
  if (state.phase === 'conflict' && state.conflict) {
    return <ConflictScreen saver={saver} state={state} conflict={state.conflict} theme={theme} />;
  }
  return (
    <div className="flex flex-col gap-3">
      {!mayEdit && (
        <Callout tone="info">You may read this draft, not change it. {permissions.editDraft.because}</Callout>
      )}
      <BaseCallout page={page} saver={saver} updateBase={actions.updateBase} />
      <DraftBar
        page={page}
        saver={saver}
        state={state}
        assessed={assessed}
        onEdit={mayEdit ? edit : null}
        onReveal={setPlace}
        submitRevision={actions.submitRevision}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,30rem)]">
        <SchemaEditor
          value={state.text}
          onChange={saver.type}
          ariaLabel={`Draft of ${page.title}`}
          theme={theme}
          findings={assessed.assessment.findings}
          findingsText={assessed.text}
          readOnly={!mayEdit}
          schemaTitles={references}
          revealRange={place}
          height="max(26rem, calc(100dvh - 21rem))"
        />
        <DraftSide assessed={assessed} draft={draft} onReveal={setPlace} onFix={mayEdit ? fix : null} />
      </div>
    </div>
  );
}
