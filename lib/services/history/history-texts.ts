import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { isJsonObject } from '@/lib/domain/schema/json';

/** What an audit entry says in a proposal's history. */
interface HistoryText {
  /** The sentence without its subject. */
  text: (data: JsonObject) => string;
  /** The member of the data that a person wrote. */
  note?: string;
}

const verdictTexts: Record<string, string> = {
  approve: 'approved',
  'request-changes': 'requested changes on',
  comment: 'commented on',
};

const texts: Record<string, HistoryText> = {
  'proposal.created': { text: ({ title, baseVersion }) => opening(title, baseVersion), note: 'summary' },
  'proposal.withdrawn': { text: () => 'withdrew the proposal', note: 'reason' },
  'proposal.base-updated': { text: ({ after }) => `built the proposal on version ${word(after)}` },
  'proposal.approved': {
    text: ({ version, revision }) => `approved revision ${word(revision)} as version ${word(version)}`,
  },
  'draft.saved': { text: () => 'edited the draft' },
  'suggestion.applied': {
    text: ({ suggestedBy }) => `put a suggestion of ${word(suggestedBy)} into the draft`,
  },
  'question.saved': { text: () => 'edited the question' },
  'metric.added': { text: ({ name }) => `added the metric “${word(name)}”` },
  'metric.updated': { text: ({ name }) => `changed the metric “${word(name)}”` },
  'metric.removed': { text: ({ name }) => `removed the metric “${word(name)}”` },
  'control-fields.set': { text: () => 'said which fields control or validate data' },
  'revision.submitted': {
    text: ({ number, schemaVersion }) =>
      `submitted revision ${word(number)}${schemaVersion === '' ? '' : `, for version ${word(schemaVersion)}`}`,
    note: 'message',
  },
  'review.given': {
    text: ({ verdict, revision, role }) =>
      `${verdictTexts[word(verdict)] ?? 'reviewed'} revision ${word(revision)} as ${roleText(role)}`,
    note: 'body',
  },
  'thread.opened': {
    text: ({ blocking }) => `opened a ${blocking === true ? 'blocking ' : ''}thread`,
    note: 'body',
  },
  'thread.resolved': { text: ({ blocking }) => `resolved a ${blocking === true ? 'blocking ' : ''}thread` },
  'thread.reopened': { text: () => 'reopened a thread' },
  'thread.blocked': { text: () => 'made a thread block approval' },
  'thread.unblocked': { text: () => 'let a thread stop blocking approval' },
  'comment.added': { text: () => 'commented in a thread', note: 'body' },
  'fields.decided': { text: ({ decisions }) => `decided about ${fieldCount(decisions)}` },
  'tier.raised': { text: ({ after }) => `raised the risk tier to ${word(after)}`, note: 'reason' },
  'tier.raise-taken-back': {
    text: ({ derived }) => `took the risk tier back to ${word(derived)}`,
    note: 'reason',
  },
  'legal-review.linked': {
    text: ({ url }) =>
      url === null ? 'removed the link to the legal review' : 'linked the legal or security review',
    note: 'url',
  },
  'sign-off.given': {
    text: ({ revision, riskTier }) =>
      `signed off the privacy of revision ${word(revision)} at risk tier ${word(riskTier)}`,
    note: 'note',
  },
  'exception.granted': {
    text: ({ rule, expiresAt }) =>
      `granted an exception from ${word(rule)} until ${word(expiresAt).slice(0, 10)}`,
    note: 'reason',
  },
  'export.delivered': {
    text: ({ version, commit }) =>
      `delivered version ${word(version)} in commit ${word(commit).slice(0, 10)}`,
  },
  'export.conflicted': { text: ({ path }) => `found other bytes in ${word(path)}, and overwrote nothing` },
  'export.retried': { text: () => 'tried the export again' },
};

/** The line of a history for an audit entry. An action without a text shows its name, so that nothing is hidden. */
export function describeEntry(action: string, data: unknown): { text: string; note: string | null } {
  const known = Object.hasOwn(texts, action) ? texts[action] : undefined;
  const content = isJsonObject(data) ? data : {};
  if (!known) return { text: action, note: null };
  const note = known.note === undefined ? null : content[known.note];
  return { text: known.text(content), note: typeof note === 'string' && note !== '' ? note : null };
}

function opening(title: Json | undefined, baseVersion: Json | undefined): string {
  return baseVersion === null || baseVersion === undefined
    ? `proposed the new schema ${word(title)}`
    : `proposed the next version of ${word(title)} after ${word(baseVersion)}`;
}

function roleText(role: Json | undefined): string {
  return word(role).replace('-', ' ');
}

function fieldCount(decisions: Json | undefined): string {
  const count = Array.isArray(decisions) ? decisions.length : 0;
  return count === 1 ? 'one field' : `${count} fields`;
}

function word(value: Json | undefined): string {
  return typeof value === 'string' ? value : String(value ?? '');
}
