'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import type { DraftConflict } from '@/lib/contracts/draft';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import { questionFindings } from '@/lib/domain/question/question-findings';
import type { DraftActions } from './draft-actions';
import type { DraftSaver } from './draft-saver';

interface SubmitDialogProps {
  page: ProposalPage;
  saver: DraftSaver;
  assessment: DraftAssessment;
  submitRevision: DraftActions['submitRevision'];
  close: () => void;
}

/** Puts the draft, the question and the metrics up for review, as they stand, with a word about them. */
export function SubmitDialog({ page, saver, assessment, submitRevision, close }: SubmitDialogProps) {
  const router = useRouter();
  const [message, setMessage] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const number = (page.revisions[0]?.number ?? 0) + 1;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const draftVersion = await saver.flush();
    if (draftVersion === null) {
      setPending(false);
      return setError('The draft could not be saved, so it was not submitted. Your text is still here.');
    }
    const result = await submitRevision({ proposalId: page.id, expectedDraftVersion: draftVersion, message });
    if (result.ok) {
      toast.success(`Revision ${result.value.number} is up for review.`);
      return router.push(`/proposals/${page.number}`);
    }
    setPending(false);
    if (result.error.code !== 'lost-update') return setError(result.error.message);
    close();
    saver.meet(result.error.details as unknown as DraftConflict);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={`Submit revision ${number}`}
      description="It cannot be changed afterwards. The draft can, and be submitted again."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form="submit-revision" variant="primary" loading={pending}>
            Submit revision {number}
          </Button>
        </>
      }
    >
      <form id="submit-revision" onSubmit={submit} className="flex flex-col gap-3">
        <Standing page={page} assessment={assessment} />
        <Field label="Message" optional hint="What changed, and what reviewers should look at.">
          <Textarea rows={4} value={message} onChange={(event) => setMessage(event.target.value)} />
        </Field>
        {error && <FormError>{error}</FormError>}
      </form>
    </Dialog>
  );
}

/** What will block the approval of this revision, so that nobody submits it unknowingly. */
function Standing({ page, assessment }: Pick<SubmitDialogProps, 'page' | 'assessment'>) {
  const errors = assessment.findings.filter((finding) => finding.severity === 'error').length;
  const open = questionFindings(page.question.answers, page.metrics).filter(
    (finding) => finding.severity === 'error',
  ).length;
  if (errors === 0 && open === 0) {
    return (
      <Callout tone="success">No error stands, and the question has its answer and its metrics.</Callout>
    );
  }
  return (
    <Callout tone="warning" title="This revision can be reviewed, and not approved yet">
      <ul className="list-disc ps-4">
        {errors > 0 && <li>{errors === 1 ? 'One error stands' : `${errors} errors stand`} in the schema.</li>}
        {open > 0 && <li>The question or its metrics are not complete.</li>}
      </ul>
    </Callout>
  );
}
