/**
 * How the program of a validation thread is bundled: one file with all that it needs, because threads are started again
 * and again. `folder` is where `validation-thread.mjs` is put.
 */
export function validationThread(folder) {
  return {
    entryPoints: { 'validation-thread': 'lib/adapters/validation/validation-thread.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    sourcemap: true,
    logLevel: 'warning',
    tsconfig: 'tsconfig.json',
  };
}
