import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createRepositoryFromDirectory } from '@/lib/adapters/git/init-repository';

const resolve = createRequire(import.meta.url).resolve;
const sourceDir = join(process.cwd(), 'scripts/example-repository');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assent-example-'));
  const author = { name: 'Assent', email: 'assent@localhost' };
  const dir = join(folder, 'schemas.git');
  const rest = { message: 'Begin with example schemas', author, date: new Date('2024-01-01T00:00:00Z') };
  await createRepositoryFromDirectory({ sourceDir, dir, branch: 'main', ...rest });
  execFileSync('git', ['clone', '--quiet', dir, join(folder, 'clone')]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the example repository that a first start creates', () => {
  it('passes every repository test of jsonschema-tools', async () => {
    const report = await runUpstreamTests(join(folder, 'clone'));
    expect(report.failures.map((test) => `${test.fullTitle}: ${test.err.message}`)).toEqual([]);
    // One misplaced file makes upstream skip everything else, so count as well: all 15 versions of 7 schemas.
    expect(report.stats).toMatchObject({ tests: 277, passes: 277, pending: 0 });
  });

  it('holds versions as jsonschema-tools writes them, to the byte', () => {
    const { serialize } = createRequire(import.meta.url)('@wikimedia/jsonschema-tools') as {
      serialize(schema: unknown, contentType: string): string;
    };
    const versions = readdirSync(sourceDir, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\/\d+\.\d+\.\d+\.yaml$/.test(path),
    );
    expect(versions).toHaveLength(15);
    for (const path of versions) {
      const text = readFileSync(join(sourceDir, path), 'utf8');
      expect(text, path).toBe(serialize(parse(text), 'yaml'));
    }
  });
});

interface Report {
  stats: { tests: number; passes: number; pending: number };
  failures: { fullTitle: string; err: { message: string } }[];
}

async function runUpstreamTests(repository: string): Promise<Report> {
  const suite = join(folder, 'upstream.test.cjs');
  const tools = JSON.stringify(resolve('@wikimedia/jsonschema-tools'));
  writeFileSync(suite, `require(${tools}).tests.all({ logLevel: 'warn' });\n`);
  const mocha = resolve('mocha/bin/mocha.js');
  const reportFile = join(folder, 'report.json');
  const output = ['--reporter', 'json', '--reporter-option', `output=${reportFile}`];
  await promisify(execFile)(process.execPath, [mocha, '--no-config', ...output, suite], {
    cwd: repository,
  }).catch((error: { code?: unknown }) => {
    // Mocha ends with the number of failed tests; the report names them.
    if (typeof error.code !== 'number') throw error;
  });
  return createRequire(suite)(reportFile) as Report;
}
