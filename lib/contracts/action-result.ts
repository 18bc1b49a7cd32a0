import type { ErrorCode } from '@/lib/platform/app-error';

/** A refusal as a screen shows it: `fields` holds messages by input name, `details` data for richer screens. */
export interface ActionError {
  code: ErrorCode | 'internal';
  message: string;
  fields: Record<string, string>;
  details: Record<string, unknown>;
}

/** What every server action gives: a value, or a refusal that a person can act on. Actions never throw to a screen. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: ActionError };
