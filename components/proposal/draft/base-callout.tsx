'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { toast } from '@/components/ui/toast';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { isOpen } from '@/lib/domain/review/proposal-state';
import type { DraftActions } from './draft-actions';
import type { DraftSaver } from './draft-saver';

interface BaseCalloutProps {
  page: ProposalPage;
  saver: DraftSaver;
  updateBase: DraftActions['updateBase'];
}

/** Says that a newer version came in between, and builds on it. Draws nothing while the base is the newest. */
export function BaseCallout({ page, saver, updateBase }: BaseCalloutProps) {
  const [pending, setPending] = useState(false);
  const { baseVersion, newestVersion, state } = page;
  if (!isOpen(state) || newestVersion === null || newestVersion === baseVersion) return null;
  const update = async () => {
    setPending(true);
    await saver.flush();
    const result = await updateBase({ proposalId: page.id });
    setPending(false);
    if (!result.ok) return void toast.error(result.error.message);
    toast.success(`The proposal builds on version ${result.value.baseVersion} now.`);
  };
  return (
    <Callout
      tone="warning"
      title={`Version ${newestVersion} came in between`}
      actions={
        page.permissions.editDraft.allowed && (
          <Button size="sm" loading={pending} onClick={update}>
            Build on {newestVersion}
          </Button>
        )
      }
    >
      This proposal builds on {baseVersion ?? 'nothing'}. Your text stays as it is: take over what the newer
      version brought; “Changes” shows what is missing.
    </Callout>
  );
}
