// Bundles the programs that Node runs (supervisor, web server, worker, command line) into dist/.
import { chmodSync } from 'node:fs';
import { build } from 'esbuild';
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

/** Commands that need a database stay in a file of their own, so that the others start without them. */
const installationApart = {
  name: 'installation-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /run-installation-command$/ }, () => ({
      path: './installation-command.mjs',
      external: true,
    })),
};

// The command line for checkouts is one file with all that it needs, for the machine's own Node.
await build({
  ...shared,
  target: 'node20',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  entryPoints: { assent: 'lib/cli/main.ts' },
  banner: { js: '#!/usr/bin/env node' },
  plugins: [installationApart],
});
chmodSync('dist/assent.mjs', 0o755);
