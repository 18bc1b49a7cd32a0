import type { ValidationError } from './validation-error';

/** What is said of one event; at most 100 errors. */
export interface EventVerdict {
  valid: boolean;
  errors: ValidationError[];
}

/** A verdict on each event that was given, in their order. */
export interface Judgement {
  kind: 'judged';
  events: EventVerdict[];
}

/**
 * Why an intake could not judge events by a schema:
 * - what it was given: `too-large`, `too-deep`, `reserved-name` (a key `__proto__`), `not-json`;
 * - the schema: `invalid-schema` (draft-07), `insecure-schema` (ajv's security meta-schema), `unknown-dialect`,
 *   `unknown-format`, `unresolved-reference` (nothing is ever fetched), `not-compilable`;
 * - what it costs: `time-limit`, `memory-limit`, `validator-failed` (the check itself threw).
 */
export type IntakeRefusalCode =
  | 'too-large'
  | 'too-deep'
  | 'reserved-name'
  | 'not-json'
  | 'invalid-schema'
  | 'insecure-schema'
  | 'unknown-dialect'
  | 'unknown-format'
  | 'unresolved-reference'
  | 'not-compilable'
  | 'time-limit'
  | 'memory-limit'
  | 'validator-failed';

/** What came of checking events by a schema as EventGate does, with limits. */
export type IntakeVerdict = Judgement | { kind: 'refused'; code: IntakeRefusalCode; detail: string };
