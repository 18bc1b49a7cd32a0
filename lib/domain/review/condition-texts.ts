import { type ReviewRole, roleLabels } from '../access/roles';
import type { ApprovalStatus, Cover } from './approvals';
import type {
  ApprovalsCondition,
  CompatibilityCondition,
  Condition,
  ConditionId,
  Debt,
  Owed,
  SignOffCondition,
} from './condition';

/** How a screen names what conditions only point at. */
export interface Names {
  person: (id: string) => string;
  /** The dotted path of a field, given its pointer. */
  field: (pointer: string) => string;
}

/** The six conditions as requirements, for lists. */
export const conditionTitles: Record<ConditionId, string> = {
  lint: 'No lint error',
  compatibility: 'Compatible, or a major version',
  approvals: 'Approvals',
  'sign-off': 'Privacy sign-off',
  threads: 'No blocking thread',
  base: 'Built on the newest version',
};

const coverNames: Record<Cover, string> = {
  schema: 'the schema',
  context: 'the question or the metrics',
  fields: 'the fields',
  decisions: 'the field decisions',
};

const owedTexts: Record<Owed, string> = {
  change: 'a new revision',
  answer: 'an answer',
  approval: 'an approval',
  decisions: 'field decisions',
  'sign-off': 'a sign-off',
  'legal-review': 'the link to the legal or security review',
};

/** What a condition says now, in a sentence or more. Names of people and fields are plain text, to be escaped. */
export function describeCondition(condition: Condition, names: Names): string {
  switch (condition.id) {
    case 'lint':
      return lintText(condition.errors.length, condition.lifted.length);
    case 'compatibility':
      return compatibilityTexts[condition.because];
    case 'approvals':
      return approvalsText(condition);
    case 'sign-off':
      return signOffText(condition, names);
    case 'threads':
      return condition.holds
        ? 'No blocking thread is open.'
        : `${count(condition.openBlockingIds.length, 'blocking thread is', 'blocking threads are')} open.`;
    case 'base':
      return baseText(condition.baseVersion, condition.newestVersion);
  }
}

/** What is owed and by whom: “Ada owes a new revision.”, “Any analyst who did not contribute owes a sign-off.” */
export function describeDebt(debt: Debt, names: Pick<Names, 'person'>): string {
  return `${debtorsOf(debt, names)} ${owedTexts[debt.owes]}.`;
}

/** Whether a verdict counts and, where it lapsed, what changed and in which revision. */
export function describeApprovalStatus(status: ApprovalStatus): string {
  if (status.status === 'stands') return 'It stands.';
  if (status.status === 'void') {
    return status.mayStillReview
      ? 'It does not count: nobody approves or signs off their own text.'
      : 'It does not count: this person may no longer review.';
  }
  const causes = status.changes.map(({ cover, revisionNumber }) =>
    revisionNumber === null
      ? `${coverNames[cover]} changed`
      : `revision ${revisionNumber} changed ${coverNames[cover]}`,
  );
  return `It lapsed: ${causes.join(', and ')}.`;
}

const compatibilityTexts: Record<CompatibilityCondition['because'], string> = {
  compatible: 'The change is compatible with the version it builds on.',
  'major-version': 'The version number starts a new major version, so that the change may break.',
  exception: 'The change breaks compatibility; an exception allows it.',
  breaking: 'The change breaks compatibility. Undo what breaks, or ask for a new major version.',
};

function lintText(errors: number, lifted: number): string {
  const exceptions = lifted > 0 ? ` ${count(lifted, 'error is', 'errors are')} lifted by an exception.` : '';
  const sentence =
    errors === 0 ? 'No lint error stands.' : `${count(errors, 'lint error', 'lint errors')} to fix.`;
  return sentence + exceptions;
}

function approvalsText({ holds, parts, changesRequested }: ApprovalsCondition): string {
  const requests = changesRequested.map(
    (status) =>
      `${status.personName} requested changes as ${roleName(status.role)} on revision ${status.revisionNumber}.`,
  );
  const missing = parts
    .filter((part) => part.missing > 0)
    .map((part) => `${count(part.missing, 'approval', 'approvals')} as ${roleName(part.role)} missing.`);
  const lapsed = parts.flatMap((part) => part.lapsed.map(lapsedText));
  const given = holds ? ['All approvals are given.'] : [];
  return [...given, ...requests, ...missing, ...lapsed].join(' ');
}

function signOffText(condition: SignOffCondition, names: Names): string {
  const { undecided, unreasoned, missing, riskTier, legalReview, lapsed, holds } = condition;
  if (holds) return `Every field is decided and the revision is signed off (risk tier ${riskTier}).`;
  const sentences: string[] = [];
  if (undecided.length > 0) sentences.push(`No decision yet for ${fieldList(undecided, names)}.`);
  if (unreasoned.length > 0) sentences.push(`No reason is given for ${fieldList(unreasoned, names)}.`);
  if (missing > 0) sentences.push(`${count(missing, 'sign-off', 'sign-offs')} missing.`);
  if (riskTier !== 3) sentences.push(`Risk tier ${riskTier} needs two privacy reviewers.`);
  if (legalReview === 'missing') sentences.push('Risk tier 1 needs a link to the legal or security review.');
  return [...sentences, ...lapsed.map(lapsedText)].join(' ');
}

function baseText(base: string | null, newest: string | null): string {
  if (base === newest) {
    return base === null ? 'The schema is new.' : `Version ${base} is still the newest.`;
  }
  if (newest === null) return `Version ${base} is no longer in the schema repository.`;
  return base === null
    ? `The schema repository holds version ${newest} of this schema already.`
    : `Version ${newest} came after version ${base}, on which this builds.`;
}

function lapsedText(status: ApprovalStatus): string {
  const verdict = status.kind === 'sign-off' ? 'sign-off' : 'approval';
  return `The ${verdict} of ${status.personName}: ${describeApprovalStatus(status)}`;
}

function debtorsOf(debt: Debt, names: Pick<Names, 'person'>): string {
  if (debt.personIds) {
    const people = debt.personIds.map(names.person);
    if (debt.role === 'author') return `${listOf(people, 'or')} owes`;
    return `${listOf(people, 'and')} ${people.length > 1 ? 'each owe' : 'owes'}`;
  }
  const role = debt.role === 'author' ? 'author' : roleName(debt.role);
  return debt.exceptIds ? `Any ${role} who did not contribute or speak yet owes` : `Any ${role} owes`;
}

function roleName(role: ReviewRole): string {
  return roleLabels[role].toLowerCase();
}

function fieldList(pointers: readonly string[], names: Names): string {
  const shown = pointers.slice(0, 5).map(names.field);
  const rest = pointers.length - shown.length;
  return rest > 0
    ? `${shown.join(', ')} and ${count(rest, 'more field', 'more fields')}`
    : listOf(shown, 'and');
}

function listOf(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
