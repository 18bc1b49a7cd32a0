import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

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

/**
 * How the command line is bundled: `assent.cjs` and a file a command in `folder`, which need no package and run on the
 * machine's own Node. As CommonJS, because that starts sooner.
 */
export function commandLine(folder) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const shared = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    define: { ASSENT_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
    tsconfig: 'tsconfig.json',
  };
  return [
    {
      ...shared,
      outdir: folder,
      entryPoints: { assent: 'lib/cli/main.ts' },
      banner: { js: '#!/usr/bin/env node' },
      plugins: [apart],
    },
    { ...shared, outdir: join(folder, 'commands'), entryPoints: ['lib/cli/programs/*.ts'] },
  ];
}
