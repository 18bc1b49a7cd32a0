import type { Tx } from '@/lib/adapters/db/client';
import type { Revision } from '@/lib/adapters/db/generated/client';
import { AppError } from '@/lib/platform/app-error';

/**
 * The newest revision, if it is the one that a person read. Throws `conflict` where nothing was submitted, and
 * `lost-update` with its number and hash as details where it is another one.
 */
export async function requireCurrentRevision(tx: Tx, proposalId: string, hash: string): Promise<Revision> {
  const newest = await tx.revision.findFirst({ where: { proposalId }, orderBy: { number: 'desc' } });
  if (!newest) throw new AppError('conflict', 'No revision was submitted yet.');
  if (newest.hash === hash) return newest;
  throw new AppError(
    'lost-update',
    `What you read is not the newest revision of this proposal. Read revision ${newest.number}, then decide.`,
    { details: { number: newest.number, hash: newest.hash } },
  );
}
