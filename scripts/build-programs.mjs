// Bundles the programs that Node runs (supervisor, web server, worker, command line) into dist/.
import { chmodSync } from 'node:fs';
import { build } from 'esbuild';
import { commandLine } from './command-line.mjs';
import { validationThread } from './validation-thread.mjs';

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
  tsconfig: 'tsconfig.json',
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
};

await build({
  ...shared,
  target: 'node22',
  packages: 'external',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  entryPoints: {
    supervisor: 'lib/supervisor/main.ts',
    web: 'lib/supervisor/web.ts',
    worker: 'lib/worker/main.ts',
    'installation-command': 'lib/cli/run-installation-command.ts',
    migrate: 'lib/cli/make-migration.ts',
  },
});

await build(validationThread('dist'));

for (const options of commandLine('dist')) await build(options);
chmodSync('dist/assent.cjs', 0o755);
