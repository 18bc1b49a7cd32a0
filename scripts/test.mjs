// npm test: everything that a colleague would check. Each step's output is shown as it comes; the first failure ends it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, environment, install, node, refuse, requireTools, root } from './prepare.mjs';
import { requireBrowser } from './browser.mjs';

const modules = (...parts) => join(root, 'node_modules', ...parts);

const steps = [
  ['Format', modules('.bin', 'biome'), ['format', '.']],
  ['Lint', modules('.bin', 'biome'), ['lint', '--error-on-warnings', '.']],
  [
    'Import rules',
    node(),
    [
      modules('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'lib',
    ],
  ],
  ['Types', node(), [modules('typescript7', 'bin', 'tsc'), '--noEmit']],
  [
    'Unit and corpus',
    node(),
    [modules('vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--project', 'corpus'],
  ],
  ['Integration', node(), [modules('vitest', 'vitest.mjs'), 'run', '--project', 'integration']],
  ['Browser', node(), [modules('@playwright', 'test', 'cli.js'), 'test']],
];

requireTools();
await install();
await build();
const env = environment({ ASSENT_BROWSER: requireBrowser(), FORCE_COLOR: process.stdout.isTTY ? '1' : '0' });
for (const [title, command, args] of steps) await step(title, command, args);
process.stdout.write('\nEverything passes.\n');

async function step(title, command, args) {
  const began = Date.now();
  process.stdout.write(`\n── ${title}\n`);
  if (!existsSync(command))
    refuse(`“${title}” cannot run: ${command} is missing. Delete node_modules and try again.`);
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((done) => {
    child.once('error', () => done(1));
    child.once('close', done);
  });
  if (code !== 0) refuse(`“${title}” failed.`);
  process.stdout.write(`   ${title}: passed in ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
}
