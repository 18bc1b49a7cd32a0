import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { AppError } from '@/lib/platform/app-error';
import { loadProposal } from '@/lib/services/proposal/load-proposal';
import { requirePageActor } from '../../../require-page-actor';

const loadOnce = cache(async (number: number): Promise<ProposalPage> => {
  const actor = await requirePageActor();
  try {
    return await loadProposal(actor, number);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  }
});

/** The proposal that an address names, once a request for the layout and its tabs; the page “not found” where there is none. */
export async function loadProposalPage(params: Promise<{ number: string }>): Promise<ProposalPage> {
  const { number } = await params;
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  return loadOnce(Number(number));
}
