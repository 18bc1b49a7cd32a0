// Bundles the programs that Node runs (supervisor, web server, worker, command line) into dist/.
import { chmodSync } from 'node:fs';
import { basename } from 'node:path';
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

/** What the command line loads when it is needed: each command is a file of its own. */
const apart = {
  name: 'apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /run-installation-command$/ }, () => ({
      path: './installation-command.mjs',
      external: true,
    }));
    onResolve({ filter: /^\.\.\/programs\// }, ({ path }) => ({
      path: `./commands/${basename(path)}.cjs`,
      external: true,
    }));
  },
};

// The command line for checkouts has all that it needs in a few files, for the machine's own Node. As CommonJS, because
// that starts sooner.
const commandLine = {
  ...shared,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
};
await build({
  ...commandLine,
  entryPoints: { assent: 'lib/cli/main.ts' },
  banner: { js: '#!/usr/bin/env node' },
  plugins: [apart],
});
await build({ ...commandLine, outdir: 'dist/commands', entryPoints: ['lib/cli/programs/*.ts'] });
chmodSync('dist/assent.cjs', 0o755);
