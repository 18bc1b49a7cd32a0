import { AppError } from '@/lib/platform/app-error';

/** The refusal with which a promise ends; anything else fails the test that asked. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && outcome.error instanceof AppError) return outcome.error;
  throw new Error(
    `Expected a refusal, got ${'error' in outcome ? String(outcome.error) : JSON.stringify(outcome.value)}.`,
  );
}
