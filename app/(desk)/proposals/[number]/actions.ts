'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { loadLookupInput, saveDraftInput } from '@/lib/contracts/draft';
import { retryExportInput } from '@/lib/contracts/export';
import {
  addMetricInput,
  removeMetricInput,
  saveQuestionInput,
  setControlFieldsInput,
  updateBaseInput,
  updateMetricInput,
  withdrawProposalInput,
} from '@/lib/contracts/proposal-inputs';
import { proposalId } from '@/lib/contracts/proposal-text';
import { submitRevisionInput } from '@/lib/contracts/review';
import { systemClock } from '@/lib/platform/clock';
import { loadLookup } from '@/lib/services/draft/load-lookup';
import { saveDraft } from '@/lib/services/draft/save-draft';
import { retryExport } from '@/lib/services/export/retry-export';
import { loadHistory } from '@/lib/services/history/load-history';
import {
  addMetric,
  removeMetric,
  setControlFields,
  updateMetric,
} from '@/lib/services/metric/change-metrics';
import { updateBase } from '@/lib/services/proposal/update-base';
import { withdrawProposal } from '@/lib/services/proposal/withdraw-proposal';
import { saveQuestion } from '@/lib/services/question/save-question';
import { submitRevision } from '@/lib/services/revision/submit-revision';
import { runAction } from '../../../run-action';

const olderHistoryInput = z.object({ proposalId, before: z.int().min(0) });

/** Every page of the desk may show what changed: the header, the tabs, the lists, the inbox. */
function revalidate(): void {
  revalidatePath('/', 'layout');
}

/** Saves happen while somebody types, so nothing is drawn again for them. */
export async function saveDraftAction(input: unknown) {
  return runAction(saveDraftInput, input, (actor, parsed) => saveDraft(actor, parsed, systemClock));
}

export async function loadLookupAction(input: unknown) {
  return runAction(loadLookupInput, input, loadLookup);
}

export async function submitRevisionAction(input: unknown) {
  return runAction(submitRevisionInput, input, async (actor, parsed) => {
    const revision = await submitRevision(actor, parsed, systemClock);
    revalidate();
    return revision;
  });
}

export async function updateBaseAction(input: unknown) {
  return runAction(updateBaseInput, input, async (actor, parsed) => {
    const updated = await updateBase(actor, parsed, systemClock);
    revalidate();
    return updated;
  });
}

export async function withdrawProposalAction(input: unknown) {
  return runAction(withdrawProposalInput, input, async (actor, parsed) => {
    await withdrawProposal(actor, parsed, systemClock);
    revalidate();
  });
}

export async function saveQuestionAction(input: unknown) {
  return runAction(saveQuestionInput, input, async (actor, parsed) => {
    const saved = await saveQuestion(actor, parsed, systemClock);
    revalidate();
    return saved;
  });
}

export async function addMetricAction(input: unknown) {
  return runAction(addMetricInput, input, async (actor, parsed) => {
    const metric = await addMetric(actor, parsed, systemClock);
    revalidate();
    return metric;
  });
}

export async function updateMetricAction(input: unknown) {
  return runAction(updateMetricInput, input, async (actor, parsed) => {
    const metric = await updateMetric(actor, parsed, systemClock);
    revalidate();
    return metric;
  });
}

export async function removeMetricAction(input: unknown) {
  return runAction(removeMetricInput, input, async (actor, parsed) => {
    await removeMetric(actor, parsed, systemClock);
    revalidate();
  });
}

export async function setControlFieldsAction(input: unknown) {
  return runAction(setControlFieldsInput, input, async (actor, parsed) => {
    await setControlFields(actor, parsed, systemClock);
    revalidate();
  });
}

export async function retryExportAction(input: unknown) {
  return runAction(retryExportInput, input, async (actor, parsed) => {
    await retryExport(actor, parsed.exportId, systemClock);
    revalidate();
  });
}

export async function loadHistoryAction(input: unknown) {
  return runAction(olderHistoryInput, input, (actor, parsed) =>
    loadHistory(actor, parsed.proposalId, parsed.before),
  );
}
