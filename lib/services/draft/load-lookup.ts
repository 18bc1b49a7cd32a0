import type { z } from 'zod';
import { getDb } from '@/lib/adapters/db/client';
import type { LookupView, loadLookupInput } from '@/lib/contracts/draft';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { readSource } from '@/lib/domain/schema/read-source';
import { AppError } from '@/lib/platform/app-error';
import { requirePermission } from '../session/require-permission';
import { findReferencedSchemas } from './find-schemas';

/**
 * The schemas that a text refers to, so that a browser can assess it live. Empty where the text cannot be read.
 * Throws `not-found` where there is no such proposal.
 */
export async function loadLookup(
  actor: Actor,
  { proposalId, text }: z.output<typeof loadLookupInput>,
): Promise<LookupView> {
  requirePermission(can(actor, 'read', null));
  const db = getDb();
  const proposal = await db.proposal.findUnique({
    where: { id: proposalId },
    select: { repositoryId: true },
  });
  if (!proposal) throw new AppError('not-found', 'There is no such proposal.');
  const { source } = readSource(text);
  if (!source) return { schemas: {}, missing: [] };
  return findReferencedSchemas(db, [source.value], proposal.repositoryId);
}
