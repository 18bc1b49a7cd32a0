import type { ReviewRole } from '../access/roles';
import { reviewRoles } from '../access/roles';
import type { ApprovalStatus } from './approvals';
import { approvalStatuses } from './approvals';
import type { ApprovalsCondition, ApprovalsPart, Debt, SignOffCondition } from './condition';
import { contributorsOf } from './contributors';
import type { ReviewSettings, ReviewSnapshot, RiskTier } from './snapshot';

/**
 * 3. One approval as engineer and one as analyst, from two people who did not write it; installations can ask for
 * more, and for a product manager. Each person has one voice, so that different roles are different people.
 *
 * A request for changes that stands keeps the condition from holding, whatever its role and however many others
 * approved. It adds no seventh condition: a role that asks for changes has not approved.
 */
export function approvalsCondition(snapshot: ReviewSnapshot): ApprovalsCondition {
  const statuses = approvalStatuses(snapshot);
  const approvals = statuses.filter((status) => status.kind === 'approval');
  const changesRequested = statuses.filter(
    (status) => status.kind === 'changes-requested' && status.status === 'stands',
  );
  const parts = reviewRoles
    .map((role) => partOf(role, approvalsNeeded(role, snapshot.settings), approvals))
    .filter((part) => part.needed > 0 || part.given.length > 0);
  const holds = changesRequested.length === 0 && parts.every((part) => part.missing === 0);
  return {
    id: 'approvals',
    holds,
    parts,
    changesRequested,
    owedBy: debtsOf(parts, changesRequested, snapshot),
  };
}

/**
 * 4. A privacy sign-off with a decision for every field that the proposal adds or changes. Keeping or hashing
 * wants a reason; purging is the default and wants none. Risk tiers 2 and 1 need a second privacy reviewer's
 * sign-off, tier 1 also a link to the legal or security review (rules.md, “Combinations that raise the risk tier”).
 */
export function signOffCondition(snapshot: ReviewSnapshot): SignOffCondition {
  const signOffs = approvalStatuses(snapshot).filter((status) => status.kind === 'sign-off');
  const given = signOffs.filter((status) => status.status === 'stands');
  const needed = signOffsNeeded(snapshot.riskTier);
  const facts = {
    ...fieldGaps(snapshot),
    needed,
    given,
    lapsed: signOffs.filter((status) => status.status === 'lapsed'),
    missing: Math.max(0, needed - given.length),
    riskTier: snapshot.riskTier,
    legalReview: legalReviewOf(snapshot),
  };
  const owedBy = signOffDebts(facts, snapshot);
  return { id: 'sign-off', holds: owedBy.length === 0, ...facts, owedBy };
}

/** How many sign-offs, from different analysts, a tier needs. */
export function signOffsNeeded(riskTier: RiskTier): number {
  return riskTier === 3 ? 1 : 2;
}

/** Tells whether a text can be the link to a review: `http` or `https`, and nothing that a browser would run. */
export function isReviewLink(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/i.test(text.trim());
}

function approvalsNeeded(role: ReviewRole, settings: ReviewSettings): number {
  if (role === 'product-manager') return settings.requireProductManager ? 1 : 0;
  return Math.max(1, role === 'engineer' ? settings.engineerApprovals : settings.analystApprovals);
}

function partOf(role: ReviewRole, needed: number, approvals: readonly ApprovalStatus[]): ApprovalsPart {
  const ofRole = approvals.filter((approval) => approval.role === role);
  const given = ofRole.filter((approval) => approval.status === 'stands');
  const lapsed = ofRole.filter((approval) => approval.status === 'lapsed');
  return { role, needed, given, lapsed, missing: Math.max(0, needed - given.length) };
}

function debtsOf(
  parts: readonly ApprovalsPart[],
  changesRequested: readonly ApprovalStatus[],
  snapshot: ReviewSnapshot,
): Debt[] {
  const contributors = [...contributorsOf(snapshot)];
  const voices = parts.flatMap((part) => idsOf(part.given));
  const debts = parts
    .filter((part) => part.missing > 0)
    .map((part) => voiceDebt({ owes: 'approval', role: part.role }, part, [...contributors, ...voices]));
  return changesRequested.length > 0
    ? [{ owes: 'change', role: 'author', personIds: contributors }, ...debts]
    : debts;
}

function fieldGaps(snapshot: ReviewSnapshot): Pick<SignOffCondition, 'undecided' | 'unreasoned'> {
  const decisions = new Map(snapshot.decisions.map((decision) => [decision.pointer, decision]));
  const undecided = snapshot.fieldsToDecide.filter((pointer) => !decisions.has(pointer));
  const unreasoned = snapshot.fieldsToDecide.filter((pointer) => {
    const decision = decisions.get(pointer);
    return decision && decision.action !== 'purge' && decision.reason.trim() === '';
  });
  return { undecided, unreasoned };
}

function legalReviewOf({ riskTier, legalReviewUrl }: ReviewSnapshot): SignOffCondition['legalReview'] {
  if (legalReviewUrl !== null && isReviewLink(legalReviewUrl)) return 'given';
  return riskTier === 1 ? 'missing' : 'not-needed';
}

function signOffDebts(
  facts: Omit<SignOffCondition, 'id' | 'holds' | 'owedBy'>,
  snapshot: ReviewSnapshot,
): Debt[] {
  const contributors = [...contributorsOf(snapshot)];
  const debts: Debt[] = [];
  if (facts.undecided.length > 0 || facts.unreasoned.length > 0)
    debts.push({ owes: 'decisions', role: 'analyst' });
  if (facts.missing > 0)
    debts.push(
      voiceDebt({ owes: 'sign-off', role: 'analyst' }, facts, [...contributors, ...idsOf(facts.given)]),
    );
  if (facts.legalReview === 'missing')
    debts.push({ owes: 'legal-review', role: 'author', personIds: contributors });
  return debts;
}

/** Those whose verdict lapsed are asked first, since they know the proposal; where they do not suffice, anyone is. */
function voiceDebt(
  debt: Pick<Debt, 'owes' | 'role'>,
  { lapsed, missing }: Pick<ApprovalsPart, 'lapsed' | 'missing'>,
  exceptIds: string[],
): Debt {
  const again = idsOf(lapsed.filter((status) => status.mayStillReview));
  return again.length >= missing ? { ...debt, personIds: again } : { ...debt, exceptIds };
}

function idsOf(statuses: readonly ApprovalStatus[]): string[] {
  return statuses.map((status) => status.personId);
}
