import type { z } from 'zod';
import type { Tx } from '@/lib/adapters/db/client';
import type { withdrawProposalInput } from '@/lib/contracts/proposal-inputs';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeProposal } from './change-proposal';

/**
 * Ends a proposal without a version. An approved one can be withdrawn only while its export met a conflict: the
 * version never reached the schema repository, so that it goes, and its number is free for what stands there.
 * Throws `not-found`, `not-allowed`, `conflict` while an export is on its way.
 */
export async function withdrawProposal(
  actor: Actor,
  input: z.output<typeof withdrawProposalInput>,
  clock: Clock = systemClock,
): Promise<void> {
  const { proposalId, reason } = input;
  const permission = (current: Actor, subject: Parameters<typeof can<'proposal.withdraw'>>[2]) =>
    can(current, 'proposal.withdraw', subject);
  await changeProposal({ actor, proposalId, clock, permission }, async ({ tx, subject }) => {
    if (subject.state === 'approved') await dropUndelivered(tx, proposalId);
    await tx.proposal.update({
      where: { id: proposalId },
      data: { state: 'withdrawn', withdrawnReason: reason },
    });
    return {
      result: undefined,
      audit: { action: 'proposal.withdrawn', data: { reason, from: subject.state } },
    };
  });
}

async function dropUndelivered(tx: Tx, proposalId: string): Promise<void> {
  const version = await tx.schemaVersion.findUnique({ where: { proposalId }, include: { export: true } });
  if (!version) return;
  if (version.export && version.export.state !== 'conflict') {
    throw new AppError(
      'conflict',
      'The version is on its way into the schema repository, and what is there cannot be taken back. Propose a next version instead.',
    );
  }
  await tx.export.deleteMany({ where: { versionId: version.id } });
  await tx.schemaVersion.delete({ where: { id: version.id } });
}
