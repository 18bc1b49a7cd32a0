'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { catalogueInput } from '@/lib/contracts/catalogue';
import { createProposalInput } from '@/lib/contracts/proposal-inputs';
import { textUpTo } from '@/lib/contracts/proposal-text';
import { systemClock } from '@/lib/platform/clock';
import { createProposal } from '@/lib/services/proposal/create-proposal';
import { loadProposalStart } from '@/lib/services/proposal/load-proposal-start';
import { loadCatalogue } from '@/lib/services/schema/load-catalogue';
import { runAction } from '../../../run-action';

const typedTitle = z.object({ title: textUpTo(200, 'The title') });

/** Schemas whose title, description or fields match what has been typed, for the list below the input. */
export async function findTitlesAction(input: unknown) {
  return runAction(typedTitle, input, async (actor, { title }) => {
    const { items } = await loadCatalogue(actor, catalogueInput.parse({ q: title.replaceAll('/', ' ') }));
    return items.slice(0, 12).map(({ title, latestVersion, repositoryName }) => ({
      title,
      latestVersion,
      repositoryName,
    }));
  });
}

/** What stands already under a title: the schema, and proposals that are open for it. */
export async function checkTitleAction(input: unknown) {
  return runAction(typedTitle, input, (actor, { title }) => loadProposalStart(actor, title));
}

export async function createProposalAction(input: unknown) {
  return runAction(createProposalInput, input, async (actor, parsed) => {
    const created = await createProposal(actor, parsed, systemClock);
    revalidatePath('/', 'layout');
    return created;
  });
}
