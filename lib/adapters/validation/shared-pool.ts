import { join } from 'node:path';
import { createValidationPool, type ValidationPool } from './validation-pool';

const globalStore = globalThis as { assentValidationPool?: ValidationPool };

/** The pool of this process, made when it is first asked for; its threads start with their first job. */
export function validationPool(): ValidationPool {
  globalStore.assentValidationPool ??= createValidationPool(findProgram());
  return globalStore.assentValidationPool;
}

/** Ends the pool of this process, if it has one; for programs that stop. */
export async function closeValidationPool(): Promise<void> {
  const pool = globalStore.assentValidationPool;
  globalStore.assentValidationPool = undefined;
  await pool?.close();
}

/**
 * The built program of a thread. Every process of Assent runs in the project's folder, wherever a bundler put this
 * code; tests build the program elsewhere and name it.
 */
function findProgram(): string {
  const named = process.env.ASSENT_VALIDATION_THREAD;
  return named || join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'validation-thread.mjs');
}
