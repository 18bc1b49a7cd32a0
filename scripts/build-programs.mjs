// Bundles the programs that Node runs (supervisor, web server, worker, command line) into dist/.
import { build } from 'esbuild';

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
  tsconfig: 'tsconfig.json',
};

await build({
  ...shared,
  target: 'node22',
  packages: 'external',
  splitting: true,
  entryPoints: {
    supervisor: 'lib/supervisor/main.ts',
    web: 'lib/supervisor/web.ts',
    worker: 'lib/worker/main.ts',
    cli: 'lib/cli/main.ts',
    migrate: 'lib/cli/make-migration.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
});
