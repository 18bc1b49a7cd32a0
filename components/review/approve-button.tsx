'use client';

import { GitCommitVertical } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { ApprovedVersion } from '@/lib/contracts/review';
import type { ApprovalOffer } from './approval-offer';

interface ApproveButtonProps {
  proposalId: string;
  offer: ApprovalOffer;
  hasUnsubmittedChanges: boolean;
  approve: (input: unknown) => Promise<ActionResult<ApprovedVersion>>;
}

/** Says what an approval does, asks once more, and approves exactly the revision that the page shows. */
export function ApproveButton({ proposalId, offer, hasUnsubmittedChanges, approve }: ApproveButtonProps) {
  const router = useRouter();
  const noteId = useId();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { revision, refusal, title, repositoryName } = offer;
  const confirm = async () => {
    if (!revision) return;
    const result = await approve({ proposalId, revisionHash: revision.hash });
    router.refresh();
    if (!result.ok) return setError(result.error.message);
    setError(null);
    toast.success(`Version ${result.value.version} is approved and on its way into ${repositoryName}.`);
  };
  return (
    <div className="flex flex-col gap-2">
      <Button
        variant="primary"
        size="lg"
        block
        icon={<GitCommitVertical />}
        aria-disabled={refusal !== null || undefined}
        aria-describedby={noteId}
        onClick={() => refusal === null && setAsking(true)}
      >
        {revision ? `Approve version ${revision.version}` : 'Approve'}
      </Button>
      <p id={noteId} className="text-muted text-xs">
        {refusal ??
          `Makes revision ${revision?.number} version ${revision?.version} of ${title} and commits it to ${repositoryName}.`}
      </p>
      {refusal === null && hasUnsubmittedChanges && (
        <p className="text-warning text-xs">
          The draft has changes that revision {revision?.number} does not hold; they are not approved with it.
        </p>
      )}
      {error && <FormError>{error}</FormError>}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        tone="primary"
        title={`Approve version ${revision?.version}?`}
        description={`Revision ${revision?.number} becomes version ${revision?.version} of ${title}. It is committed to ${repositoryName} at once, and a version is never changed or taken back. The next change is the next version.`}
        confirmLabel="Approve"
        onConfirm={confirm}
      />
    </div>
  );
}
