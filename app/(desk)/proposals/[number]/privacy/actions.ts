'use server';

import { revalidatePath } from 'next/cache';
import {
  decideFieldsInput,
  giveSignOffInput,
  raiseTierInput,
  setLegalReviewUrlInput,
} from '@/lib/contracts/privacy';
import { systemClock } from '@/lib/platform/clock';
import { decideFields } from '@/lib/services/privacy/decide-fields';
import { giveSignOff } from '@/lib/services/privacy/give-sign-off';
import { raiseTier } from '@/lib/services/privacy/raise-tier';
import { setLegalReviewUrl } from '@/lib/services/privacy/set-legal-review-url';
import { runAction } from '../../../../run-action';

function revalidate(): void {
  revalidatePath('/', 'layout');
}

/** A refusal draws the page anew as well: it then shows what somebody else decided meanwhile. */
export async function decideFieldsAction(input: unknown) {
  return runAction(decideFieldsInput, input, async (actor, parsed) => {
    try {
      return await decideFields(actor, parsed, systemClock);
    } finally {
      revalidate();
    }
  });
}

export async function raiseTierAction(input: unknown) {
  return runAction(raiseTierInput, input, async (actor, parsed) => {
    await raiseTier(actor, parsed, systemClock);
    revalidate();
  });
}

export async function setLegalReviewUrlAction(input: unknown) {
  return runAction(setLegalReviewUrlInput, input, async (actor, parsed) => {
    await setLegalReviewUrl(actor, parsed, systemClock);
    revalidate();
  });
}

export async function giveSignOffAction(input: unknown) {
  return runAction(giveSignOffInput, input, async (actor, parsed) => {
    try {
      return await giveSignOff(actor, parsed, systemClock);
    } finally {
      revalidate();
    }
  });
}
