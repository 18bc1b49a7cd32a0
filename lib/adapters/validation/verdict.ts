import type { Json, JsonObject } from '@/lib/domain/schema/json';
import type { IntakeRefusalCode, IntakeVerdict, Judgement } from '@/lib/domain/validate/intake-verdict';

/** What a pool is asked: to judge events by a materialized schema, or only to compile it, where there are no events. */
export interface ValidationJob {
  schema: JsonObject;
  events: readonly Json[];
  /** Who asked: jobs of different owners take turns, so that nobody's queue is another's. Default: one for all. */
  owner?: string;
  /** Goes on with a schema that ajv's security meta-schema refuses, which EventGate does not. Default: false. */
  allowInsecure?: boolean;
}

/** Why the pool itself gave no verdict, which says nothing about the schema. */
export type PoolRefusalCode = 'queue-full' | 'closed' | 'no-thread';

export type RefusalCode = IntakeRefusalCode | PoolRefusalCode;

export interface Refusal {
  kind: 'refused';
  code: RefusalCode;
  /** What the validator says, shortened; empty where the code says all. */
  detail: string;
}

export type Verdict = Judgement | Refusal;

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

const poolCodes: ReadonlySet<RefusalCode> = new Set<PoolRefusalCode>(['queue-full', 'closed', 'no-thread']);

/** Tells a verdict on the schema from a failure of the pool. */
export function isIntakeVerdict(verdict: Verdict): verdict is IntakeVerdict {
  return verdict.kind === 'judged' || !poolCodes.has(verdict.code);
}

export function refused(code: RefusalCode, detail = ''): Refusal {
  return {
    kind: 'refused',
    code,
    detail: detail.length > maxDetail ? `${detail.slice(0, maxDetail)}…` : detail,
  };
}
