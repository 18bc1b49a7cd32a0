import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What the command line loads when it is needed: each command is a file of its own. */
const apart = {
  name: 'apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /run-installation-command$/ }, () => ({
      path: './installation-command.mjs',
      external: true,
    }));
    onResolve({ filter: /^\.\.\/programs\// }, ({ path }) => ({
      path: basename(path),
      namespace: 'command',
    }));
    onResolve({ filter: /^\.\/commands\// }, ({ path }) => ({ path, external: true }));
    // `require` is there already; `import()` would first start Node's loader of ES modules.
    onLoad({ filter: /./, namespace: 'command' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(`./commands/${path}.cjs`)});`,
    }));
  },
};

/** The packages whose code the bundles hold; their license wants its text in every copy. */
const bundled = ['semver'];

function licenses() {
  const texts = bundled.map((name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}`);
  return `/*!\nThis file holds code of:\n\n${texts.join('\n')}*/`;
}

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
    metafile: true,
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
    {
      ...shared,
      outdir: join(folder, 'commands'),
      entryPoints: ['lib/cli/programs/*.ts'],
      banner: { js: licenses() },
    },
  ];
}
