import type { z } from 'zod';
import type { updateBaseInput } from '@/lib/contracts/proposal-inputs';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeProposal } from './change-proposal';
import { findNewestVersion } from './find-newest-version';

/**
 * Makes the newest version the one that a proposal builds on. The draft stays as it is: what the newer version brought
 * has to be taken over by hand, and shows in the comparison until it is.
 * Throws `not-found`, `not-allowed`, `conflict` where the base is the newest already.
 */
export async function updateBase(
  actor: Actor,
  { proposalId }: z.output<typeof updateBaseInput>,
  clock: Clock = systemClock,
): Promise<{ baseVersion: string | null }> {
  const permission = (current: Actor, subject: Parameters<typeof can<'draft.edit'>>[2]) =>
    can(current, 'draft.edit', subject);
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, row }) => {
    const place = { repositoryId: row.repositoryId, title: row.schemaTitle };
    const baseVersion = await findNewestVersion(tx, place);
    if (baseVersion === row.baseVersion) {
      throw new AppError('conflict', 'The proposal builds on the newest version already.');
    }
    const schema = await tx.schema.findUnique({ where: { repositoryId_title: place }, select: { id: true } });
    await tx.proposal.update({
      where: { id: proposalId },
      data: { baseVersion, schemaId: schema?.id ?? null },
    });
    const data = { before: row.baseVersion, after: baseVersion };
    return { result: { baseVersion }, audit: { action: 'proposal.base-updated', data } };
  });
}
