import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { validationThread } from '../../scripts/validation-thread.mjs';

/** The program of a validation thread, built from the sources as they are now. */
export interface BuiltThread {
  path: string;
  remove(): void;
}

export async function buildValidationThread(): Promise<BuiltThread> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-thread-'));
  await build(validationThread(folder));
  return {
    path: join(folder, 'validation-thread.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
