import { roleLabels } from '@/lib/domain/access/roles';
import type { Turn, TurnTask } from '@/lib/domain/review/whose-turn';

/** What a person is asked to do, as an instruction. */
export const taskTexts: Record<TurnTask, string> = {
  'finish-draft': 'Finish the draft and submit it for review.',
  'answer-changes': 'Changes are requested: answer with a new revision.',
  'fix-findings': 'Fix the errors in the schema.',
  'restore-compatibility': 'Make the change compatible, or ask for a major version.',
  'update-base': 'A newer version came in between: build on it.',
  'answer-threads': 'Answer the blocking threads.',
  'link-legal-review': 'Link the legal or security review.',
  'decide-fields': 'Decide about the fields.',
  review: 'Review the revision.',
  'sign-off': 'Sign off the privacy.',
  approve: 'All conditions hold: approve it.',
};

/** Whose turn it is, as a few words in front of the task: “Ada or Ben”, “Any analyst”. */
export function describeTurn(turn: Turn, nameOf: (id: string) => string): string {
  if (turn.personIds && turn.personIds.length > 0) {
    return `${listOf(turn.personIds.map(nameOf))}: ${taskTexts[turn.task]}`;
  }
  if (turn.role === 'author') return `The author: ${taskTexts[turn.task]}`;
  const role = turn.role === 'reviewer' ? 'reviewer' : roleLabels[turn.role].toLowerCase();
  return `Any ${role}: ${taskTexts[turn.task]}`;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
