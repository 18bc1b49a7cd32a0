import { getDb } from '@/lib/adapters/db/client';
import type {
  DecisionProposal,
  ExceptionView,
  PrivacyField,
  PrivacyReview,
  SignOffLine,
} from '@/lib/contracts/privacy';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { listChangedFields } from '@/lib/domain/draft/changed-fields';
import { describeFinding, findRuleText } from '@/lib/domain/findings/catalogue';
import { detectPersonalData } from '@/lib/domain/privacy/detect-personal-data';
import { type ApprovalStatus, approvalStatuses } from '@/lib/domain/review/approvals';
import { describeApprovalStatus } from '@/lib/domain/review/condition-texts';
import type { RiskTier } from '@/lib/domain/review/snapshot';
import { signOffCondition } from '@/lib/domain/review/voice-conditions';
import type { Field } from '@/lib/domain/schema/types';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { requireReviewCase } from '../approval/load-snapshot';
import { keyOf, requireProposal } from '../proposal/load-proposal-subject';
import { toPermissionView } from '../proposal/permission-view';
import type { ReviewCase } from '../review/load-review-case';
import { requirePermission } from '../session/require-permission';
import { toCategory } from './derive-risk';

/** The privacy review of a proposal, by its number or id. Throws `not-found`. */
export async function loadPrivacyReview(
  actor: Actor,
  proposal: number | string,
  clock: Clock = systemClock,
): Promise<PrivacyReview> {
  requirePermission(can(actor, 'read', null));
  const db = getDb();
  const reviewCase = await requireReviewCase(db, keyOf(proposal), clock());
  const { subject } = await requireProposal(db, reviewCase.facts.id);
  return toPrivacyReview(actor, reviewCase, subject);
}

/** The privacy review as the person who looks sees it. */
export function toPrivacyReview(
  actor: Actor,
  reviewCase: ReviewCase,
  subject: ProposalSubject,
): PrivacyReview {
  const { facts, snapshot, risk } = reviewCase;
  const newest = facts.revisions.at(-1);
  const { needed, given } = signOffCondition(snapshot);
  const permission = (action: 'decision.make' | 'signoff.give' | 'draft.edit' | 'exception.grant') =>
    toPermissionView(can(actor, action, subject));
  return {
    revisionNumber: newest?.number ?? null,
    revisionHash: newest?.hash ?? null,
    decisionsHash: snapshot.decisionsHash,
    fields: toPrivacyFields(reviewCase),
    tier: risk.tier,
    derivedTier: risk.derived,
    raisedTier: risk.raised,
    causes: toCauses(reviewCase),
    legalReviewUrl: facts.legalReviewUrl,
    signOffs: toSignOffLines(reviewCase),
    signOffsNeeded: needed,
    signOffsGiven: given.length,
    permissions: {
      decide: permission('decision.make'),
      signOff: permission('signoff.give'),
      setLegalReview: permission('draft.edit'),
      grantException: permission('exception.grant'),
    },
  };
}

/** Fields that hold values, and groups that need a decision of their own. */
function toPrivacyFields({ facts, assessment }: ReviewCase): PrivacyField[] {
  const { fields, comparison, changedFieldPointers } = assessment;
  const toDecide = new Set(changedFieldPointers);
  const changed = new Set(listChangedFields(fields, comparison));
  const added = new Set(
    comparison?.changes.filter((change) => change.kind === 'field-added').map((change) => change.pointer),
  );
  const isAdded = (pointer: string) =>
    comparison === null || [...added].some((at) => pointer === at || pointer.startsWith(`${at}/`));
  const decisions = new Map(facts.decisions.map((decision) => [decision.pointer, decision]));
  return fields
    .filter((field) => field.leaf || toDecide.has(field.pointer) || decisions.has(field.pointer))
    .map((field) => {
      const { pointer, path, type, description, origin } = field;
      const decision = decisions.get(pointer);
      return {
        ...{ pointer, path, type, description },
        origin: origin.kind === 'fragment' ? origin.uri : null,
        change: changed.has(pointer) ? (isAdded(pointer) ? 'added' : 'changed') : 'unchanged',
        toDecide: toDecide.has(pointer),
        proposal: proposeDecision(field),
        decision: decision ? toDecisionView(decision) : null,
      };
    });
}

function proposeDecision(field: Field): DecisionProposal {
  const guess = detectPersonalData(field);
  if (guess) {
    const { category, identifiesPerson, proposal: action, reason } = guess;
    return {
      category,
      identifiesPerson,
      action,
      because: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
    };
  }
  const because = 'Nothing in its name or description speaks of a person; purging is the default.';
  return { category: 'none', identifiesPerson: false, action: 'purge', because };
}

function toDecisionView(
  decision: ReviewCase['facts']['decisions'][number],
): NonNullable<PrivacyField['decision']> {
  const { identifiesPerson, action, reason, person, decidedAt, version } = decision;
  return {
    ...{ identifiesPerson, action, reason, version },
    category: toCategory(decision.category),
    decidedBy: person,
    decidedAt: decidedAt.toISOString(),
  };
}

function toCauses({ risk, assessment }: ReviewCase): PrivacyReview['causes'] {
  const pointers = new Map(assessment.fields.map((field) => [field.path, field.pointer]));
  return risk.causes.map(({ rule, tier, fields }) => ({
    tier,
    text: describeFinding({ rule, severity: 'warning', path: '', params: { fields, tier } }),
    pointers: fields.flatMap((path) => pointers.get(path) ?? []),
  }));
}

function toSignOffLines({ facts, snapshot }: ReviewCase): SignOffLine[] {
  const statuses = new Map<string, ApprovalStatus>(
    approvalStatuses(snapshot).flatMap((status) =>
      status.kind === 'sign-off' ? [[status.id, status] as const] : [],
    ),
  );
  return facts.signOffs
    .map(({ id, person, revision, riskTier, note, createdAt }) => {
      const status = statuses.get(id);
      return {
        ...{ id, note, person: { id: person.id, name: person.name } },
        revisionNumber: revision.number,
        riskTier: riskTier as RiskTier,
        createdAt: createdAt.toISOString(),
        status: status?.status ?? null,
        statusText: status && status.status !== 'stands' ? describeApprovalStatus(status) : null,
      };
    })
    .reverse();
}

/** The exceptions of a proposal, newest first. */
export function toExceptionViews({ facts, snapshot }: ReviewCase): ExceptionView[] {
  return facts.exceptions
    .map(({ id, rule, reason, person, createdAt, expiresAt }) => ({
      ...{ id, rule, reason },
      ruleTitle: findRuleText(rule)?.title ?? rule,
      grantedBy: person,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      expired: expiresAt <= snapshot.now,
    }))
    .reverse();
}
