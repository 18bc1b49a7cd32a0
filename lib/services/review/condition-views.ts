import type { ConditionView, DebtView } from '@/lib/contracts/review';
import type { Actor } from '@/lib/domain/access/subjects';
import { pathOfPointer } from '@/lib/domain/draft/moved-fields';
import {
  type Names,
  conditionTitles,
  describeCondition,
  describeDebt,
} from '@/lib/domain/review/condition-texts';
import type { Condition, Debt } from '@/lib/domain/review/condition';
import type { ReviewCase } from './load-review-case';

/** How sentences name the people and fields of a proposal. */
export function namesOf({ facts, assessment }: ReviewCase): Names {
  const people = new Map(
    [
      facts.author,
      ...facts.contributors.map((row) => row.person),
      ...facts.revisions.map((revision) => revision.author),
      ...facts.reviews.map((review) => review.person),
      ...facts.signOffs.map((signOff) => signOff.person),
      ...facts.threads.map((thread) => thread.openedBy),
    ].map((person) => [person.id, person.name]),
  );
  const paths = new Map(assessment.fields.map((field) => [field.pointer, field.path]));
  return {
    person: (id) => people.get(id) ?? 'somebody',
    field: (pointer) => paths.get(pointer) ?? pathOfPointer(pointer),
  };
}

/** The six conditions as the person who looks sees them. */
export function toConditionViews(
  reviewCase: ReviewCase,
  conditions: readonly Condition[],
  actor: Pick<Actor, 'id' | 'roles'>,
): ConditionView[] {
  const names = namesOf(reviewCase);
  return conditions.map((condition) => ({
    id: condition.id,
    title: conditionTitles[condition.id],
    holds: condition.holds,
    text: describeCondition(condition, names),
    owedBy: condition.owedBy.map((debt) => toDebtView(debt, names, actor)),
    findings: condition.id === 'lint' ? condition.errors : [],
    pointers: condition.id === 'sign-off' ? [...condition.undecided, ...condition.unreasoned] : [],
    threadIds: condition.id === 'threads' ? condition.openBlockingIds : [],
  }));
}

function toDebtView(debt: Debt, names: Names, actor: Pick<Actor, 'id' | 'roles'>): DebtView {
  return { owes: debt.owes, text: describeDebt(debt, names), mine: isOwedBy(debt, actor) };
}

function isOwedBy({ role, personIds, exceptIds }: Debt, actor: Pick<Actor, 'id' | 'roles'>): boolean {
  if (exceptIds?.includes(actor.id)) return false;
  if (personIds && !personIds.includes(actor.id)) return false;
  return role === 'author' || actor.roles.includes(role);
}
