import type { Tx } from '@/lib/adapters/db/client';
import type { Prisma } from '@/lib/adapters/db/generated/client';
import { findNewestVersions, placeKey } from '../proposal/find-newest-version';
import { listFacts, type ProposalFacts } from './load-facts';
import { loadReviewCase, type ReviewCase } from './load-review-case';
import { loadReviewSettings } from './load-review-settings';

/** A proposal in a list; a proposal that is not in review has no snapshot, since nothing depends on one. */
export type ListedCase = ReviewCase | { facts: ProposalFacts; snapshot: null };

interface CaseQuery extends Pick<Prisma.ProposalFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'> {
  now: Date;
}

/** The cases of several proposals, in the order asked for. */
export async function listReviewCases(tx: Tx, { now, ...query }: CaseQuery): Promise<ListedCase[]> {
  const found = await listFacts(tx, query);
  const inReview = found.filter((facts) => facts.state === 'in_review');
  const newest = await findNewestVersions(tx, inReview.map(placeOf));
  const settings = await loadReviewSettings(tx);
  const cases: ListedCase[] = [];
  for (const facts of found) {
    const newestVersion = newest.get(placeKey(placeOf(facts))) ?? null;
    const isInReview = facts.state === 'in_review';
    cases.push(
      isInReview
        ? await loadReviewCase(tx, { facts, newestVersion, settings, now })
        : { facts, snapshot: null },
    );
  }
  return cases;
}

function placeOf(facts: ProposalFacts) {
  return { repositoryId: facts.repositoryId, title: facts.schemaTitle };
}
