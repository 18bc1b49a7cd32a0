import type { ValidationError } from '@/lib/domain/validate/validation-error';
import type { Json, JsonObject } from '@/lib/domain/schema/json';

/** What a pool is asked: to judge events by a materialized schema, or only to compile it, where there are no events. */
export interface ValidationJob {
  schema: JsonObject;
  events: readonly Json[];
  /** Who asked: jobs of different owners take turns, so that nobody's queue is another's. Default: one for all. */
  owner?: string;
  /** Goes on with a schema that ajv's security meta-schema refuses, which EventGate does not. Default: false. */
  allowInsecure?: boolean;
}

/** What is said of one event; at most 100 errors. */
export interface EventVerdict {
  valid: boolean;
  errors: ValidationError[];
}

/**
 * Why a job got no verdict:
 * - about the job: `too-large`, `too-deep`, `reserved-name` (a key `__proto__`), `not-json`;
 * - about the schema: `invalid-schema` (draft-07), `insecure-schema`, `unknown-dialect`, `unknown-format`,
 *   `unresolved-reference` (nothing is ever fetched), `not-compilable`;
 * - about what it costs: `time-limit`, `memory-limit`, `validator-failed` (the check itself threw);
 * - about the pool, and so nothing about the schema: `queue-full`, `closed`, `no-thread`.
 */
export type RefusalCode =
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
  | 'validator-failed'
  | 'queue-full'
  | 'closed'
  | 'no-thread';

export interface Refusal {
  kind: 'refused';
  code: RefusalCode;
  /** What the validator says, shortened; empty where the code says all. */
  detail: string;
}

export type Verdict = { kind: 'judged'; events: EventVerdict[] } | Refusal;

/** What a thread is sent: texts, so that no object of one side reaches the other. */
export interface ThreadJob {
  id: number;
  /** SHA-256 of the schema's text. */
  hash: string;
  schema: string;
  /** A JSON list. */
  events: string;
  allowInsecure: boolean;
}

/** What a thread answers; `ready` once, before its first job. */
export type ThreadMessage = 'ready' | { id: number; verdict: Verdict };

const maxDetail = 300;

export function refused(code: RefusalCode, detail = ''): Refusal {
  return {
    kind: 'refused',
    code,
    detail: detail.length > maxDetail ? `${detail.slice(0, maxDetail)}…` : detail,
  };
}
