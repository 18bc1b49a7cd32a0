import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from '../../support/command-line';

let built: BuiltCommandLine;
let empty = '';

beforeAll(async () => {
  built = await buildCommandLine();
  empty = join(built.folder, 'empty');
  mkdirSync(empty);
});

afterAll(() => built.remove());

interface Setting {
  env?: Record<string, string | undefined>;
  stdout?: number;
  stderr?: number;
}

function assent(words: string[], { env = {}, stdout, stderr }: Setting = {}) {
  const result = spawnSync(process.execPath, [built.path, ...words], {
    cwd: empty,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout ?? 'pipe', stderr ?? 'pipe'],
  });
  return { status: result.status, out: result.stdout, error: result.stderr };
}

describe('the built command line', () => {
  test('says its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(assent(['--version'])).toEqual({ status: 0, out: `${version}\n`, error: '' });
  });

  test.each([[['--help']], [['-h']], [['help']], [[]], [['user', '--help']], [['import', 'x', '-h']]])(
    '%j lists every option with a line of its own',
    (words) => {
      const { status, out, error } = assent(words);
      expect([status, error]).toEqual([0, '']);
      const options = ['refs', 'format', 'all', 'changed', 'out', 'base', 'name', 'branch', 'role', 'admin'];
      for (const name of [...options, 'head', 'help', 'version'])
        expect(out).toMatch(new RegExp(`^ {2}--${name}\\b.* {2,}\\S`, 'm'));
    },
  );

  test('-h after a command says what its options mean', () => {
    for (const command of ['materialize', 'lint', 'diff', 'check']) {
      const { status, out } = assent([command, '-h']);
      expect([status, out]).toEqual([0, expect.stringMatching(/^ {2}--format FORMAT {3}human/m)]);
    }
    expect(assent(['lint', '--', '-h'])).toMatchObject({ status: 2, out: '' });
  });

  test('has one sentence for a command that it does not know', () => {
    expect(assent(['pub\u001b[31mlish'])).toEqual({
      status: 2,
      out: '',
      error: 'There is no command “pub [31mlish”. “assent --help” lists those there are.\n',
    });
  });

  test.each(['import', 'user', 'audit'])('says that %s needs an installation', (command) => {
    expect(assent([command, 'x'])).toEqual({
      status: 2,
      out: '',
      error: `“assent ${command}” needs an installation of Assent, and this is its command line alone. There it is “npm run assent -- ${command}”.\n`,
    });
  });

  test('shows a fault of the installation whole', () => {
    const program = join(built.folder, 'dist', 'installation-command.mjs');
    writeFileSync(program, "import 'a-package-that-is-not-there';\n");
    const { status, error } = assent(['user', 'x']);
    writeFileSync(program, 'export const runInstallationCommand = async () => 0;\n');
    expect([status, error]).toEqual([
      2,
      expect.stringMatching(/a-package-that-is-not-there[\s\S]*\n {4}at /),
    ]);
    expect(assent(['user', 'x']).status).toBe(0);
  });
});

describe.skipIf(!existsSync('/dev/full'))('where its output cannot be written', () => {
  test.each([[['--help']], [['lint', '.', '--format', 'json']]])('%j says so in a sentence', (words) => {
    const { status, error } = assent(words, { stdout: openSync('/dev/full', 'w') });
    expect([status, error]).toEqual([2, expect.stringMatching(/^The output cannot be written: ENOSPC.*\n$/)]);
  });

  test('it ends with status 2 where that cannot be said either', () => {
    const full = openSync('/dev/full', 'w');
    expect(assent(['--help'], { stdout: full, stderr: full }).status).toBe(2);
  });
});

describe('the compiled code', () => {
  test('is kept in no folder that a relative path means', () => {
    const home = join(built.folder, 'home');
    const env = { XDG_CACHE_HOME: 'caches', HOME: home, NODE_DISABLE_COMPILE_CACHE: undefined };
    expect(assent(['check', '.'], { env }).status).toBe(0);
    expect(readdirSync(empty)).toEqual([]);
    expect(readdirSync(join(home, '.cache'))).toEqual(['assent']);
  });
});
