import type { Tx } from '@/lib/adapters/db/client';
import { AppError } from '@/lib/platform/app-error';
import { findNewestVersion } from '../proposal/find-newest-version';
import { findFacts } from '../review/load-facts';
import { loadReviewCase, type ReviewCase } from '../review/load-review-case';
import { loadReviewSettings } from '../review/load-review-settings';

/** Reads a proposal and evaluates nothing yet: the snapshot on which its conditions stand. Throws `not-found`. */
export async function requireReviewCase(
  tx: Tx,
  where: { id: string } | { number: number },
  now: Date,
): Promise<ReviewCase> {
  const facts = await findFacts(tx, where);
  if (!facts) throw new AppError('not-found', 'There is no such proposal.');
  const newestVersion = await findNewestVersion(tx, {
    repositoryId: facts.repositoryId,
    title: facts.schemaTitle,
  });
  return loadReviewCase(tx, { facts, newestVersion, settings: await loadReviewSettings(tx), now });
}
