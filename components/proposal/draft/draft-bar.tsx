'use client';

import { Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import type { Range, TextEdit } from '@/lib/domain/findings/finding';
import { AddFieldDialog } from './add-field-dialog';
import type { DraftActions } from './draft-actions';
import type { DraftSaver } from './draft-saver';
import { SaveStatus } from './save-status';
import type { SaveState } from './save-state';
import { SubmitDialog } from './submit-dialog';
import type { AssessedText } from './use-assessment';
import { VersionLine } from './version-line';

interface DraftBarProps {
  page: ProposalPage;
  saver: DraftSaver;
  state: SaveState;
  assessed: AssessedText;
  /** Null where the draft may only be read. */
  onEdit: ((edits: readonly TextEdit[]) => void) | null;
  /** Shows a place in the editor. */
  onReveal: (range: Range) => void;
  submitRevision: DraftActions['submitRevision'];
}

/** Above the editor: the version number, whether all is saved, and what can be done. */
export function DraftBar({ page, saver, state, assessed, onEdit, onReveal, submitRevision }: DraftBarProps) {
  const [dialog, setDialog] = useState<'field' | 'submit' | null>(null);
  const { submitRevision: permission } = page.permissions;
  const { source } = assessed.assessment;
  const submit = (
    <Button
      variant="primary"
      icon={<Upload />}
      aria-disabled={!permission.allowed || undefined}
      onClick={() => permission.allowed && setDialog('submit')}
    >
      Submit revision
    </Button>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <VersionLine page={page} assessment={assessed.assessment} onEdit={onEdit} />
      <div className="ms-auto flex flex-wrap items-center justify-end gap-2 max-sm:w-full max-sm:justify-between">
        {onEdit && <SaveStatus saver={saver} state={state} />}
        <span className="flex gap-2">
          {onEdit && (
            <Button icon={<Plus />} disabled={!source} onClick={() => setDialog('field')}>
              Add a field
            </Button>
          )}
          {permission.because ? <Tooltip content={permission.because}>{submit}</Tooltip> : submit}
        </span>
      </div>
      {dialog === 'field' && source && (
        <AddFieldDialog
          source={source}
          assessment={assessed.assessment}
          knownFragmentFields={page.draft.context.knownFragmentFields}
          onText={saver.type}
          onReveal={onReveal}
          close={() => setDialog(null)}
        />
      )}
      {dialog === 'submit' && (
        <SubmitDialog
          page={page}
          saver={saver}
          assessment={assessed.assessment}
          submitRevision={submitRevision}
          close={() => setDialog(null)}
        />
      )}
    </div>
  );
}
