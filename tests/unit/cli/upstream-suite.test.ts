import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSchemaCommand } from '@/lib/cli/schema/run-schema-command';
import { clickSource, commonSource, config, countField } from './click-repository';

const require = createRequire(import.meta.url);
const mocha = require.resolve('mocha/bin/mocha.js');
const suite = `require(${JSON.stringify(require.resolve('@wikimedia/jsonschema-tools'))}).tests.all({ logLevel: 'error' });\n`;
const options = `${config}logLevel: error\nenforcedNumericBounds: [-9007199254740991, 9007199254740991]\n`;

let root = '';
let good = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'assent-suite-'));
  good = join(root, 'good');
  put(good, '.jsonschema-tools.yaml', options);
  put(good, 'test/repository.js', suite);
  put(good, 'jsonschema/fragment/common/current.yaml', commonSource);
  put(good, 'jsonschema/analytics/click/current.yaml', clickSource('1.0.0'));
  await run('materialize', good);
  put(good, 'jsonschema/analytics/click/current.yaml', clickSource('1.1.0', countField));
  await run('materialize', good);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(folder: string, path: string, content: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function edit(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  put(folder, path, text.replace(from, to));
}

function relink(folder: string, path: string, target: string): void {
  rmSync(join(folder, path));
  symlinkSync(target, join(folder, path));
}

async function run(command: string, folder: string): Promise<{ status: number; out: string }> {
  let out = '';
  const collect = { write: (text: string) => (out += text) };
  const status = await runSchemaCommand([command, folder], { stdout: collect, stderr: collect, cwd: root });
  return { status, out };
}

/** How upstream's own test suite ends: 0 where all of it passes. */
function runUpstream(folder: string): Promise<number | null> {
  return new Promise((resolve) => {
    const words = [mocha, '--no-config', '--reporter', 'dot', 'test/repository.js'];
    spawn(process.execPath, words, { cwd: folder, stdio: 'ignore' }).on('close', resolve);
  });
}

const click = 'jsonschema/analytics/click';

const breaks: Record<string, (folder: string) => void> = {
  nothing: () => undefined,
  'source missing': (folder) => rmSync(join(folder, click, 'current.yaml')),
  'source ahead of the versions': (folder) =>
    put(folder, `${click}/current.yaml`, clickSource('1.2.0', countField)),
  'source edited': (folder) => edit(folder, `${click}/current.yaml`, 'A person', 'Somebody'),
  'link to an older version': (folder) => relink(folder, `${click}/latest`, '1.0.0.yaml'),
  'link with a path': (folder) => relink(folder, `${click}/1.0.0`, './1.0.0.yaml'),
  'title of another folder': (folder) =>
    edit(folder, `${click}/1.0.0.yaml`, 'title: analytics/click', 'title: analytics/x'),
  'example of another version': (folder) =>
    edit(folder, `${click}/1.0.0.yaml`, '$schema: /analytics/click/1.0.0', '$schema: /analytics/click/0.1.0'),
  'field without maxLength': (folder) => edit(folder, `${click}/1.0.0.yaml`, '    maxLength: 128\n', ''),
  'narrower list': (folder) => edit(folder, `${click}/1.0.0.yaml`, '- hold', '- jump'),
  'first limit': (folder) => edit(folder, `${click}/1.0.0.yaml`, '        minLength: 1\n', ''),
  'no bounds': (folder) => edit(folder, `${click}/1.1.0.yaml`, '    maximum: 1000\n', ''),
};

describe('check beside upstream’s own test suite', { timeout: 240_000 }, () => {
  test('both accept and refuse the same repositories', async () => {
    const cases = Object.entries(breaks).map(([name, apply], index) => {
      const folder = join(root, String(index));
      cpSync(good, folder, { recursive: true, verbatimSymlinks: true });
      apply(folder);
      return { name, folder };
    });
    const verdicts: Record<string, { upstream: boolean; ours: boolean }> = {};
    // Two at a time: each is a process of its own that reads the whole repository.
    const work = async () => {
      for (let next = cases.shift(); next !== undefined; next = cases.shift()) {
        const upstream = (await runUpstream(next.folder)) === 0;
        const ours = (await run('check', next.folder)).status === 0;
        verdicts[next.name] = { upstream, ours };
      }
    };
    await Promise.all([work(), work()]);
    const accepted = Object.keys(breaks).filter((name) => verdicts[name]?.upstream);
    expect(accepted).toEqual(['nothing', 'first limit']);
    for (const name of Object.keys(breaks))
      expect([name, verdicts[name]?.ours]).toEqual([name, verdicts[name]?.upstream]);
  });
});
