import type {
  ProposalState as DbProposalState,
  Role as DbRole,
  Verdict as DbVerdict,
} from '@/lib/adapters/db/generated/client';
import { isReviewRole, type ReviewRole } from '@/lib/domain/access/roles';
import type { ProposalState } from '@/lib/domain/review/proposal-state';
import type { Verdict } from '@/lib/domain/review/snapshot';
import { toDomainRole } from '../person/roles';

/** The database writes these words with an underscore, where an identifier allows no hyphen. */
export function toDomainState(state: DbProposalState): ProposalState {
  return state === 'in_review' ? 'in-review' : state;
}

export function toDbState(state: ProposalState): DbProposalState {
  return state === 'in-review' ? 'in_review' : state;
}

export function toDomainVerdict(verdict: DbVerdict): Verdict {
  return verdict === 'request_changes' ? 'request-changes' : verdict;
}

export function toDbVerdict(verdict: Verdict): DbVerdict {
  return verdict === 'request-changes' ? 'request_changes' : verdict;
}

/** The role of a stored review; one that reviews, because no other is ever written. */
export function toReviewRole(role: DbRole): ReviewRole {
  const name = toDomainRole(role);
  if (!isReviewRole(name)) throw new Error(`A stored review has the role ${name}, which does not review.`);
  return name;
}
