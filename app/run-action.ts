import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { logger } from '@/lib/platform/logger';
import { requireActor } from '@/lib/services/session/load-actor';

/**
 * The one way from a server action to a service: who is it, does the input fit, do it, and every failure as data.
 * What nobody expected is logged under a number that the screen shows.
 */
export async function runAction<S extends z.ZodType, T>(
  schema: S,
  input: unknown,
  work: (actor: Actor, input: z.output<S>) => Promise<T>,
): Promise<ActionResult<T>> {
  try {
    const actor = await requireActor();
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw inputError(parsed.error);
    return { ok: true, value: await work(actor, parsed.data) };
  } catch (error) {
    return { ok: false, error: toActionError(error) };
  }
}

/** Each issue of a refused input beside the field that it speaks of. */
export function inputError(error: z.ZodError): AppError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return new AppError(
    'invalid-input',
    'Some of what was sent cannot be used. Correct the marked places and try again.',
    { fields },
  );
}

function toActionError(error: unknown) {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, fields: error.fields, details: error.details };
  }
  const id = randomUUID().slice(0, 8);
  logger.error({ err: error, id }, 'action failed');
  const message = `Something went wrong on our side (number ${id}). Nothing was changed; try again.`;
  return { code: 'internal' as const, message, fields: {}, details: { id } };
}
