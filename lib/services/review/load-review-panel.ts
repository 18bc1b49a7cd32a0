import type { ReviewLine, ReviewPanel } from '@/lib/contracts/review';
import { can } from '@/lib/domain/access/policy';
import { reviewRolesOf } from '@/lib/domain/access/roles';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { type ApprovalStatus, approvalStatuses } from '@/lib/domain/review/approvals';
import { describeApprovalStatus } from '@/lib/domain/review/condition-texts';
import { turnsOf, whoseTurn } from '@/lib/domain/review/whose-turn';
import { evaluateConditions, reviewState } from '@/lib/domain/review/workflow';
import { toDomainVerdict, toReviewRole } from '../proposal/states';
import { namesOf, toConditionViews } from './condition-views';
import type { ReviewCase } from './load-review-case';
import { describeTurn } from './turn-texts';

/** The review as the person who looks sees it. */
export function toReviewPanel(actor: Actor, reviewCase: ReviewCase, proposal: ProposalSubject): ReviewPanel {
  const { snapshot, facts } = reviewCase;
  const names = namesOf(reviewCase);
  const myTasks = turnsOf(snapshot, actor);
  const own = facts.reviews.filter((review) => review.personId === actor.id);
  const signed = facts.signOffs.filter((signOff) => signOff.personId === actor.id);
  const seen = [...own, ...signed].map((item) => item.revision.number);
  return {
    state: reviewState(snapshot),
    conditions: toConditionViews(reviewCase, evaluateConditions(snapshot), actor),
    reviews: toReviewLines(reviewCase),
    myTasks,
    turns: whoseTurn(snapshot).map((turn) => ({
      task: turn.task,
      text: describeTurn(turn, names.person),
      mine: myTasks.includes(turn.task),
    })),
    myRoles: reviewRolesOf(actor.roles).filter(
      (role) => can(actor, 'review.give', { proposal, role, verdict: 'approve' }).allowed,
    ),
    myLastReviewedRevision: seen.length > 0 ? Math.max(...seen) : null,
  };
}

function toReviewLines({ facts, snapshot }: ReviewCase): ReviewLine[] {
  const statuses = new Map<string, ApprovalStatus>();
  for (const status of approvalStatuses(snapshot)) {
    if (status.kind !== 'sign-off') statuses.set(status.id, status);
  }
  return facts.reviews
    .map(({ id, person, role, verdict, body, revision, createdAt }) => {
      const status = statuses.get(id);
      return {
        ...{ id, body, person: { id: person.id, name: person.name } },
        role: toReviewRole(role),
        verdict: toDomainVerdict(verdict),
        revisionNumber: revision.number,
        createdAt: createdAt.toISOString(),
        status: status?.status ?? null,
        statusText: status && status.status !== 'stands' ? describeApprovalStatus(status) : null,
      };
    })
    .reverse();
}
