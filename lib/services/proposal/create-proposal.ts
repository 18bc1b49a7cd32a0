import { getDb, type Tx } from '@/lib/adapters/db/client';
import { lockInTransaction } from '@/lib/adapters/db/locks';
import type { createProposalInput } from '@/lib/contracts/proposal-inputs';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit';
import { requirePermission } from '../session/require-permission';
import { loadCurrentActor } from './change-proposal';
import { listOpenProposals } from './list-open-proposals';
import { findTarget, type Target } from './find-target';

type Input = z.output<typeof createProposalInput>;

/**
 * Begins a proposal. Where a schema of that title stands, it is its next version: the draft is the newest source with
 * `$id` at the next minor number. Otherwise the schema is new, and the draft a template.
 * Throws `not-allowed`; `invalid-input` where there is no such schema repository, or the title stands in another;
 * `conflict` with `details.openProposals` where others for this title are open and the person was not told yet.
 */
export async function createProposal(
  actor: Actor,
  input: Input,
  clock: Clock = systemClock,
): Promise<{ id: string; number: number }> {
  requirePermission(can(actor, 'proposal.create', null));
  return getDb().$transaction(async (tx) => {
    requirePermission(can(await loadCurrentActor(tx, actor), 'proposal.create', null));
    await lockInTransaction(tx, 'title', input.title);
    const target = await findTarget(tx, input);
    if (!input.confirmed) await refuseSilentSecond(tx, input.title);
    return insert(tx, { actor, input, target, at: clock() });
  });
}

async function refuseSilentSecond(tx: Tx, title: string): Promise<void> {
  const openProposals = await listOpenProposals(tx, title);
  if (openProposals.length === 0) return;
  throw new AppError(
    'conflict',
    `There is an open proposal for ${title} already: number ${openProposals.map((proposal) => proposal.number).join(', ')}. Join it, or confirm that you want another one; only one of them can become the next version.`,
    { details: { openProposals } },
  );
}

interface Insertion {
  actor: Actor;
  input: Input;
  target: Target;
  at: Date;
}

async function insert(
  tx: Tx,
  { actor, input, target, at }: Insertion,
): Promise<{ id: string; number: number }> {
  const proposal = await tx.proposal.create({
    data: {
      repositoryId: target.repositoryId,
      schemaId: target.schemaId,
      schemaTitle: input.title,
      baseVersion: target.baseVersion,
      summary: input.summary,
      authorId: actor.id,
      draft: target.text,
      createdAt: at,
      updatedAt: at,
      contributors: { create: { personId: actor.id, firstAt: at } },
      saves: { create: { draftVersion: 0, text: target.text, personId: actor.id, savedAt: at } },
    },
    select: { id: true, number: true },
  });
  const { title } = input;
  await recordAudit(
    tx,
    {
      ...{ actor, action: 'proposal.created', subjectType: 'proposal', subjectId: proposal.id },
      proposalId: proposal.id,
      data: { title, baseVersion: target.baseVersion, summary: input.summary },
    },
    at,
  );
  return proposal;
}
