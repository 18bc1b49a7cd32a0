import { isJsonObject } from '../schema/json';

/**
 * What the data must answer, and what decision the answer serves (rules.md, “Questions a proposal answers”).
 * Every answer is plain text of a person; an empty text means that it was not answered yet.
 */
export interface Question {
  question: string;
  /** What decision depends on the answer. */
  decision: string;
  /** Who makes that decision. */
  decisionOwner: string;
  /** What exists already that could answer it. */
  existingData: string;
  /** What could be done instead of collecting. */
  alternatives: string;
  /** For how long it is collected, and who watches it. */
  retention: string;
  platforms: string;
  sample: string;
  /** How it is switched off. */
  offSwitch: string;
}

/** A named, precisely defined measurement that answers the question. */
export interface Metric {
  id: string;
  name: string;
  definition: string;
  /** JSON Pointers, in the materialized schema, of the fields that serve it. */
  fieldPointers: string[];
}

/** The name of one answer. */
export type QuestionKey = keyof Question;

/** The answers in the order in which they are asked. */
export const questionKeys = [
  'question',
  'decision',
  'decisionOwner',
  'existingData',
  'alternatives',
  'retention',
  'platforms',
  'sample',
  'offSwitch',
] as const satisfies readonly QuestionKey[];

/** A question with nothing answered yet. */
export const emptyQuestion: Readonly<Question> = {
  question: '',
  decision: '',
  decisionOwner: '',
  existingData: '',
  alternatives: '',
  retention: '',
  platforms: '',
  sample: '',
  offSwitch: '',
};

/** Reads stored answers. What is missing or no text counts as not answered; what is unknown is dropped. */
export function readQuestion(stored: unknown): Question {
  const question: Question = { ...emptyQuestion };
  if (!isJsonObject(stored)) return question;
  for (const key of questionKeys) {
    const answer = Object.hasOwn(stored, key) ? stored[key] : undefined;
    if (typeof answer === 'string') question[key] = answer;
  }
  return question;
}
