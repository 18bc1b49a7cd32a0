import type { QuestionKey } from './question';

/** How a screen asks for one answer. */
export interface QuestionPrompt {
  label: string;
  /** What a good answer says, in a sentence. */
  hint: string;
}

/** The questions a proposal answers, after Mozilla's data-review request and Test Kitchen's how-to. */
export const questionPrompts: Record<QuestionKey, QuestionPrompt> = {
  question: {
    label: 'What question must the data answer?',
    hint: 'One question that can have an answer: “Do readers who see the banner open the article more often?”',
  },
  decision: {
    label: 'What decision depends on the answer?',
    hint: 'Say what will be done if the answer is yes, and what if it is no.',
  },
  decisionOwner: {
    label: 'Who decides?',
    hint: 'The person or team that will act on the answer.',
  },
  existingData: {
    label: 'What do we have already that could answer it?',
    hint: 'Name the schemas, tables or reports you looked at, and why they do not suffice.',
  },
  alternatives: {
    label: 'What are the alternatives to collecting?',
    hint: 'An interview, a usability test, a smaller sample, a count on the server.',
  },
  retention: {
    label: 'For how long, and who watches it?',
    hint: 'Until when it is collected, and who notices when it breaks or is no longer needed.',
  },
  platforms: {
    label: 'On which platforms?',
    hint: 'For example: desktop web, mobile web, Android, iOS, server.',
  },
  sample: {
    label: 'What sample?',
    hint: 'The unit and the rate, such as 1 % of sessions, and why so many.',
  },
  offSwitch: {
    label: 'How is it switched off?',
    hint: 'The setting, flag or deployment that ends the collection.',
  },
};
