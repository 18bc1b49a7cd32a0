'use server';

import { revalidatePath } from 'next/cache';
import { applySuggestionInput } from '@/lib/contracts/draft';
import { grantExceptionInput } from '@/lib/contracts/privacy';
import { approveProposalInput, giveReviewInput } from '@/lib/contracts/review';
import { addCommentInput, openThreadInput, setBlockingInput, threadInput } from '@/lib/contracts/thread';
import { systemClock } from '@/lib/platform/clock';
import { approveProposal } from '@/lib/services/approval/approve-proposal';
import { applySuggestion } from '@/lib/services/draft/apply-suggestion';
import { grantException } from '@/lib/services/privacy/grant-exception';
import { refreshRepository } from '@/lib/services/repository/refresh-repository';
import { giveReview } from '@/lib/services/review/give-review';
import { addComment } from '@/lib/services/thread/add-comment';
import { openThread } from '@/lib/services/thread/open-thread';
import { reopenThread } from '@/lib/services/thread/reopen-thread';
import { resolveThread } from '@/lib/services/thread/resolve-thread';
import { setBlocking } from '@/lib/services/thread/set-blocking';
import { runAction } from '../../../../run-action';

/** Conditions, turns and counts stand in the header, the tabs, the lists and the inbox, so all of them are drawn anew. */
function revalidate(): void {
  revalidatePath('/', 'layout');
}

export async function giveReviewAction(input: unknown) {
  return runAction(giveReviewInput, input, async (actor, parsed) => {
    const review = await giveReview(actor, parsed, systemClock);
    revalidate();
    return review;
  });
}

/** Asks the schema repository first, since only it knows which version is the newest. */
export async function approveProposalAction(input: unknown) {
  return runAction(approveProposalInput, input, async (actor, parsed) => {
    try {
      return await approveProposal(actor, parsed, { clock: systemClock, refreshRepository });
    } finally {
      revalidate();
    }
  });
}

export async function openThreadAction(input: unknown) {
  return runAction(openThreadInput, input, async (actor, parsed) => {
    const opened = await openThread(actor, parsed, systemClock);
    revalidate();
    return opened;
  });
}

export async function addCommentAction(input: unknown) {
  return runAction(addCommentInput, input, async (actor, parsed) => {
    const added = await addComment(actor, parsed, systemClock);
    revalidate();
    return added;
  });
}

export async function resolveThreadAction(input: unknown) {
  return runAction(threadInput, input, async (actor, parsed) => {
    await resolveThread(actor, parsed, systemClock);
    revalidate();
  });
}

export async function reopenThreadAction(input: unknown) {
  return runAction(threadInput, input, async (actor, parsed) => {
    await reopenThread(actor, parsed, systemClock);
    revalidate();
  });
}

export async function setBlockingAction(input: unknown) {
  return runAction(setBlockingInput, input, async (actor, parsed) => {
    await setBlocking(actor, parsed, systemClock);
    revalidate();
  });
}

export async function applySuggestionAction(input: unknown) {
  return runAction(applySuggestionInput, input, async (actor, parsed) => {
    const applied = await applySuggestion(actor, parsed, systemClock);
    revalidate();
    return applied;
  });
}

export async function grantExceptionAction(input: unknown) {
  return runAction(grantExceptionInput, input, async (actor, parsed) => {
    const granted = await grantException(actor, parsed, systemClock);
    revalidate();
    return granted;
  });
}
