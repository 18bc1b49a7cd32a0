import { reviewRolesOf } from '../access/roles';
import type { Actor } from '../access/subjects';
import type { Condition, ConditionId, Debt, Owed } from './condition';
import { contributorsOf } from './contributors';
import type { ReviewSnapshot } from './snapshot';
import { approvalsCondition } from './voice-conditions';
import { canApprove, evaluateConditions } from './workflow';

/** What a person is asked to do next. */
export type TurnTask =
  | 'finish-draft'
  | 'answer-changes'
  | 'fix-findings'
  | 'restore-compatibility'
  | 'update-base'
  | 'answer-threads'
  | 'link-legal-review'
  | 'decide-fields'
  | 'review'
  | 'sign-off'
  | 'approve';

/** Something to do, and who may do it; `reviewer` stands for any role that reviews. Ids as in {@link Debt}. */
export interface Turn extends Pick<Debt, 'personIds' | 'exceptIds'> {
  task: TurnTask;
  role: Debt['role'] | 'reviewer';
}

/** A person, as far as turns depend on them. */
export type TurnPerson = Pick<Actor, 'id' | 'roles' | 'disabled'>;

/** Conditions that only another revision can make hold. */
const rewritingTasks = {
  lint: 'fix-findings',
  compatibility: 'restore-compatibility',
  base: 'update-base',
} as const satisfies Partial<Record<ConditionId, TurnTask>>;

const taskOf: Record<Owed, TurnTask> = {
  change: 'answer-changes',
  answer: 'answer-threads',
  approval: 'review',
  decisions: 'decide-fields',
  'sign-off': 'sign-off',
  'legal-review': 'link-legal-review',
};

/**
 * What has to be done next, and by whom. Empty once the review is over.
 * While the text has to change (changes are requested, an error stands, the base is old), it is the authors' turn
 * alone: what reviewers said now would lapse with the next revision. Otherwise everyone who owes something has a
 * turn at once, and when nothing is owed, anyone who could give an approval may approve.
 */
export function whoseTurn(snapshot: ReviewSnapshot): Turn[] {
  const authors = { role: 'author' as const, personIds: [...contributorsOf(snapshot)] };
  if (snapshot.state === 'drafting') return [{ task: 'finish-draft', ...authors }];
  if (snapshot.state !== 'in-review') return [];
  if (canApprove(snapshot).allowed) {
    return [{ task: 'approve', role: 'reviewer', exceptIds: authors.personIds }];
  }
  const rewriting = tasksOfRewriting(snapshot).map((task): Turn => ({ task, ...authors }));
  return rewriting.length > 0 ? rewriting : turnsOfReviewers(snapshot);
}

/** What this person is asked to do next, in the order of {@link whoseTurn}; empty where it is not their turn. */
export function turnsOf(snapshot: ReviewSnapshot, person: TurnPerson): TurnTask[] {
  return whoseTurn(snapshot)
    .filter((turn) => isTurnOf(turn, person))
    .map((turn) => turn.task);
}

function isTurnOf(turn: Turn, person: TurnPerson): boolean {
  if (person.disabled) return false;
  if (turn.exceptIds?.includes(person.id)) return false;
  if (turn.personIds && !turn.personIds.includes(person.id)) return false;
  if (turn.role === 'author') return true;
  return turn.role === 'reviewer' ? reviewRolesOf(person.roles).length > 0 : person.roles.includes(turn.role);
}

function tasksOfRewriting(snapshot: ReviewSnapshot): TurnTask[] {
  const failing = evaluateConditions(snapshot).filter((condition) => !condition.holds);
  const rewriting = failing.flatMap(({ id }) => (isRewriting(id) ? [rewritingTasks[id]] : []));
  const requested = approvalsCondition(snapshot).changesRequested.length > 0;
  return requested ? ['answer-changes', ...rewriting] : rewriting;
}

/** Signing off comes after deciding: a sign-off covers all decisions, and lapses with the next one. */
function turnsOfReviewers(snapshot: ReviewSnapshot): Turn[] {
  const debts = evaluateConditions(snapshot).flatMap((condition) => condition.owedBy);
  const deciding = debts.some((debt) => debt.owes === 'decisions');
  return debts
    .filter((debt) => !(deciding && debt.owes === 'sign-off'))
    .map(({ owes, ...people }) => ({ task: taskOf[owes], ...people }));
}

function isRewriting(id: Condition['id']): id is keyof typeof rewritingTasks {
  return Object.hasOwn(rewritingTasks, id);
}
