'use client';

import { Button } from '@/components/ui/button';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import type { TextEdit } from '@/lib/domain/findings/finding';
import { readRepositoryConfig } from '@/lib/domain/schema/repository-config';
import { setVersionEdits } from '@/lib/domain/schema/edit-source';

interface VersionLineProps {
  page: ProposalPage;
  assessment: DraftAssessment;
  onEdit: ((edits: readonly TextEdit[]) => void) | null;
}

/** The version number that the draft asks for, the one that its changes ask for, and why. */
export function VersionLine({ page, assessment, onEdit }: VersionLineProps) {
  const { version, suggestedVersion, source, schema, comparison } = assessment;
  const { schemaVersionField, schemaTitleField } = readRepositoryConfig(page.draft.context.configText).config;
  // Before the first change there is no number to suggest: the next one stands there already.
  const isUnchanged = comparison?.changes.length === 0;
  const isSuggested = isUnchanged || version === suggestedVersion.version;
  const set = () => {
    if (!source || !onEdit) return;
    const fields = { versionField: schemaVersionField, titleField: schemaTitleField };
    onEdit(setVersionEdits(source, suggestedVersion.version, fields));
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <span className="whitespace-nowrap">
        <span className="text-muted">Version</span> <code className="font-medium">{version ?? 'none'}</code>
      </span>
      {schema && (
        <span className="min-w-0 max-w-prose text-muted text-xs">
          {!isSuggested && (
            <>
              Suggested: <code className="text-text">{suggestedVersion.version}</code>.{' '}
            </>
          )}
          {isUnchanged ? 'Nothing changed yet.' : suggestedVersion.because}
        </span>
      )}
      {schema && !isSuggested && onEdit && (
        <Button size="sm" onClick={set}>
          Set {suggestedVersion.version}
        </Button>
      )}
    </div>
  );
}
