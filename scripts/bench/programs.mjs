// Whole programs, their start included: materializing and checking the corpus, Assent beside jsonschema-tools.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { node, root } from '../prepare.mjs';
import { copyCorpus, hasCorpus } from './corpus.mjs';
import { median, printTable, runProgram } from './measure.mjs';

const rounds = 7;
const require = createRequire(import.meta.url);
const assent = join(root, 'dist', 'assent.cjs');

export async function benchPrograms({ folder, env }) {
  if (!hasCorpus()) return;
  const ours = copyCorpus(join(folder, 'ours'));
  const theirs = copyCorpus(join(folder, 'theirs'));
  const repositories = ['primary', 'secondary'];
  const run = (cwd, ...words) => runProgram({ node: node(), words, cwd, env });
  const refs = (name) => (name === 'secondary' ? ['--refs', ours.primary] : []);
  const suite = upstreamSuite();

  await compare('materialize: every source of the corpus', repositories, {
    assent: (name) =>
      run(
        root,
        assent,
        'materialize',
        ours[name],
        ...refs(name),
        '--all',
        '--out',
        join(folder, 'out', name),
      ),
    upstream: (name) => run(theirs[name], upstreamProgram(), 'materialize-all'),
  });
  await compare('check: everything that upstream’s suite checks, and our own rules', repositories, {
    assent: (name) => run(root, assent, 'check', ours[name], ...refs(name)),
    upstream: (name) => {
      const file = join(theirs[name], 'repository.test.js');
      writeFileSync(file, suite);
      return run(theirs[name], mocha(), '--reporter', 'dot', file);
    },
  });
}

function upstreamProgram() {
  return join(
    dirname(require.resolve('@wikimedia/jsonschema-tools/package.json')),
    'scripts',
    'jsonschema-tools.js',
  );
}

function mocha() {
  const manifest = require.resolve('mocha/package.json');
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.mocha);
}

/** The test file that a schema repository of jsonschema-tools has. */
function upstreamSuite() {
  const tools = JSON.stringify(require.resolve('@wikimedia/jsonschema-tools'));
  return `'use strict';\nrequire(${tools}).tests.all({ logLevel: 'warn' });\n`;
}

/** In turns, so that a slower minute of the machine meets both. */
async function compare(title, repositories, programs) {
  const taken = { assent: [], upstream: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [who, run] of Object.entries(programs)) {
      const runs = [];
      for (const name of repositories) runs.push(await expectSuccess(run, name));
      taken[who].push(runs);
    }
  }
  const figures = Object.fromEntries(
    Object.entries(taken).map(([who, all]) => [
      who,
      {
        wall: median(all.map((runs) => runs.reduce((sum, { wall }) => sum + wall, 0))),
        cpu: median(all.map((runs) => runs.reduce((sum, { cpu }) => sum + cpu, 0))),
        memory: median(all.map((runs) => Math.max(...runs.map(({ memory }) => memory)))),
      },
    ]),
  );
  const row = (who, { wall, cpu, memory }) => [who, ...[wall, cpu, memory].map((value) => value.toFixed(0))];
  const ratio = (key) => `${(figures.upstream[key] / figures.assent[key]).toFixed(1)}×`;
  printTable(
    `${title} (median of ${rounds})`,
    ['', 'wall ms', 'cpu ms', 'memory MB'],
    [
      row('assent', figures.assent),
      row('jsonschema-tools', figures.upstream),
      ['jsonschema-tools ÷ assent', ratio('wall'), ratio('cpu'), ratio('memory')],
    ],
  );
}

/** jsonschema-tools replaces links while it reads through them, and fails where it meets itself: then it runs again. */
async function expectSuccess(run, name) {
  let result;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    result = await run(name);
    if (result.status === 0) return result;
  }
  throw new Error(`A program failed on ${name} (${result.status}):\n${result.errors}`);
}
