import type { ProposalState } from '../review/proposal-state';
import type { Verdict } from '../review/snapshot';
import type { ReviewRole, Role } from './roles';

/** Who asks. */
export interface Actor {
  id: string;
  name: string;
  roles: readonly Role[];
  disabled: boolean;
}

/** A proposal, as far as permissions depend on it. */
export interface ProposalSubject {
  state: ProposalState;
  /** Who opened it; counts as a contributor. */
  authorId: string;
  /**
   * Everyone whose text is in a revision (`contributorsOf`) or in the draft, which is stricter than the rule:
   * what is in the draft will be in the next revision, and then their verdict would count no longer.
   */
  contributorIds: readonly string[] | ReadonlySet<string>;
  /** False while nothing was submitted. */
  hasRevision: boolean;
}

/** A thread of a proposal. */
export interface ThreadSubject {
  proposal: ProposalSubject;
  openedById: string;
  blocking: boolean;
}

/** What each action is done to; null where it is done to the installation as a whole. */
export interface SubjectOf {
  read: null;
  'proposal.create': null;
  'draft.edit': ProposalSubject;
  'question.edit': ProposalSubject;
  'metrics.edit': ProposalSubject;
  'revision.submit': ProposalSubject;
  'review.give': { proposal: ProposalSubject; role: ReviewRole; verdict: Verdict };
  'comment.write': ProposalSubject;
  'thread.open': { proposal: ProposalSubject; blocking: boolean };
  'thread.resolve': ThreadSubject;
  'thread.reopen': ThreadSubject;
  /** `blocking` of the subject is what stands now; the action turns it round. */
  'thread.set-blocking': ThreadSubject;
  'decision.make': ProposalSubject;
  'signoff.give': ProposalSubject;
  'proposal.approve': ProposalSubject;
  'proposal.withdraw': ProposalSubject;
  'exception.grant': ProposalSubject;
  'export.retry': ProposalSubject;
  'repository.manage': null;
  'person.manage': null;
  'audit.read': null;
  'settings.manage': null;
}

/** Everything a person can ask to do. */
export type Action = keyof SubjectOf;
