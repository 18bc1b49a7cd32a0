import { proposalStateLabels } from '../review/proposal-state';
import type { ReasonCode, RefusalParams } from './requirements';
import { roleLabels } from './roles';

type Sentence = (params: RefusalParams) => string;

const sentences: Record<ReasonCode, Sentence> = {
  'not-logged-in': () => 'Log in first.',
  'account-disabled': () => 'This account is disabled. Ask an admin.',
  'needs-role': ({ roles = [] }) =>
    `This takes ${roles.length > 1 ? 'one of these roles' : 'the role'}: ${listOf(roles.map((role) => roleLabels[role]))}.`,
  'wrong-state': ({ state, states = [] }) =>
    `${state ? `This proposal is ${lower(proposalStateLabels[state])}; it` : 'It'} would have to be ${listOf(
      states.map((wanted) => lower(proposalStateLabels[wanted])),
    )}.`,
  'no-revision': () => 'No revision was submitted yet, so there is nothing to review.',
  'contributed-text': () =>
    'You contributed text to this proposal, and nobody approves or signs off their own text.',
  'not-contributor': () =>
    'Only a person who opened this proposal or contributed text to it may withdraw it.',
  'not-your-thread': () => 'Only who opened this thread, or a person with a role that reviews, may do this.',
  'blocks-your-text': () =>
    'This thread blocks text of yours: who opened it, or a reviewer who did not contribute, decides about it.',
};

/** The refusal as a sentence or two for the person who was refused. */
export function describeRefusal(reason: ReasonCode, params: RefusalParams): string {
  return sentences[reason](params);
}

function lower(label: string): string {
  return label.toLowerCase();
}

function listOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
