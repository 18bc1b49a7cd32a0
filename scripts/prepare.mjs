// Brings an installation up to date: packages, generated client, programs, pages. Runs on the machine's own Node
// (20 or later) and needs nothing installed. What stands is left alone: each step keeps a stamp of what it was made from.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');

/** Ends the program with one sentence. */
export function refuse(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/** The Node that Assent runs on: the one that npm installed with it. */
export function node() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The environment of everything that is started: Node 24 first on the path, no downloads, no telemetry. */
export function environment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules', 'node', 'bin')}${separator}${bin}${separator}${process.env.PATH ?? ''}`,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    // A program that is not there: Prisma's command line would download an engine otherwise, and needs none here.
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'no-engine-is-needed'),
    ...extra,
  };
}

export function requireTools() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    refuse(
      `Assent needs Node 20.19 or later to start; this is ${process.versions.node}. Install a current Node and try again.`,
    );
  }
  if (spawnSync('git', ['--version'], { stdio: 'ignore' }).status !== 0) {
    refuse(
      'Assent needs git, and there is no git on the path. Install it (on Debian: apt install git) and try again.',
    );
  }
}

/** Installs the packages of package-lock.json where they are missing or out of date. */
export async function install() {
  const stamp = join(root, 'node_modules', '.assent-installed');
  const wanted = hashFiles(['package-lock.json'], process.platform + process.arch);
  if (read(stamp) === wanted && existsSync(node())) return;
  // Not `npm ci`: it refuses a lock file that lacks optional packages of other platforms, which not every registry has.
  // Everything that runs is included by name, because NODE_ENV=production or a setting of npm would leave it out.
  const everything = ['--include=dev', '--include=optional', '--include=peer'];
  const words = ['install', '--no-save', ...everything, '--no-audit', '--no-fund', '--loglevel=error'];
  await step('Installing packages', ['npm', ...words], process.env);
  if (!existsSync(node()))
    refuse('The packages are installed, but Node 24 is not among them. Delete node_modules and try again.');
  writeFileSync(stamp, wanted);
}

/** Builds what is out of date. `pages: false` leaves the web pages out (for programs and tests that need none). */
export async function build({ pages = true } = {}) {
  await generate();
  await programs();
  if (pages) await buildPages();
}

async function generate() {
  const wanted = hashFiles(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  const stamp = join(root, 'lib', 'adapters', 'db', 'generated', '.stamp');
  if (read(stamp) === wanted) return;
  await step('Generating the database client', [
    node(),
    join(root, 'node_modules', 'prisma', 'build', 'index.js'),
    'generate',
  ]);
  writeFileSync(stamp, wanted);
}

const programSources = [
  'lib',
  'prisma/schema.prisma',
  'scripts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

async function programs() {
  const wanted = hashFiles(programSources);
  const stamp = join(root, 'dist', '.stamp');
  if (read(stamp) === wanted) return;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await step('Building the programs', [node(), join(root, 'scripts', 'build-programs.mjs')]);
  writeFileSync(stamp, wanted);
}

async function buildPages() {
  const sources = [
    'app',
    'components',
    'lib',
    'prisma/schema.prisma',
    'proxy.ts',
    'next.config.js',
    'postcss.config.mjs',
  ];
  const wanted = hashFiles([...sources, 'tsconfig.json', 'package-lock.json']);
  const stamp = join(root, '.next', 'assent-stamp');
  if (read(stamp) === wanted) return;
  await step('Building the pages', [
    node(),
    join(root, 'node_modules', 'next', 'dist', 'bin', 'next'),
    'build',
  ]);
  writeFileSync(stamp, wanted);
}

/**
 * Runs one step with a progress line; its output is shown only where it fails. On standard error, because standard
 * output may be a report that a program reads.
 */
async function step(title, [command, ...args], env = environment()) {
  const began = Date.now();
  process.stderr.write(`  ${title} … `);
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((done) => {
    child.once('error', (error) => {
      output += error.message;
      done(1);
    });
    child.once('close', done);
  });
  if (code !== 0) {
    process.stderr.write(`failed\n\n${output}\n`);
    refuse(`“${title}” failed; its output is above. ${hint(output)}`);
  }
  process.stderr.write(`done (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
}

function hint(output) {
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network/i.test(output)) {
    return 'The npm registry could not be reached: check the network or npm’s proxy settings, and try again.';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full: make room and try again.';
  return 'Correct it and try again; what is done already is not done twice.';
}

function hashFiles(paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const path of paths.flatMap((name) => listFiles(join(root, name)))) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path)
    .filter((name) => name !== 'generated' && !name.startsWith('.'))
    .sort();
  return names.flatMap((name) => listFiles(join(path, name)));
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
