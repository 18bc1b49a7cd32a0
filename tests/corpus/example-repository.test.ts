import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createRepositoryFromDirectory } from '@/lib/adapters/git/init-repository';
import { lintSchema } from '@/lib/domain/lint/lint';
import { parseRepositoryTree, type RepositoryFile } from '@/lib/domain/repository/parse-repository-tree';
import { listFields } from '@/lib/domain/schema/fields';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { readRepositoryConfig, toMaterializeOptions } from '@/lib/domain/schema/repository-config';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';

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

describe('each example schema', () => {
  const { config } = readRepositoryConfig(readExample('.jsonschema-tools.yaml'));
  const { schemas, problems } = parseRepositoryTree(readExamples(), config);

  it('can be read', () => {
    expect(problems).toEqual([]);
    expect(schemas.map(({ title, versions }) => `${title} ${versions.length}`)).toEqual([
      'analytics/banner/impression 2',
      'analytics/button/click 3',
      'analytics/edit/attempt 3',
      'analytics/search/result_shown 2',
      'fragment/analytics/web_identifiers 1',
      'fragment/common 2',
      'fragment/mediawiki/page 2',
    ]);
  });

  for (const { title, currentText, versions } of schemas) {
    const lookup = (uri: string) => readSource(readExample(`jsonschema${uri}.yaml`)).source?.value;
    const { source, findings } = readSource(currentText ?? '');
    if (!source) throw new Error(`${title} cannot be read.`);
    const { schema, origins } = materialize(source, lookup, toMaterializeOptions(config));
    if (!schema) throw new Error(`${title} cannot be materialized.`);

    it(`${title} materializes to its newest version`, () => {
      expect(serializeYaml(schema)).toBe(versions.at(-1)?.text);
    });

    it(`${title} sets a good example: nothing to say but what a person must decide`, () => {
      const said = lintSchema({
        source,
        materialized: schema,
        fields: listFields(schema, origins),
        expectedTitle: title,
        isNewSchema: true,
        newFieldPointers: null,
        enforcedNumericBounds: config.enforcedNumericBounds,
        skipSchemaTestCases: {},
      });
      expect([...findings, ...said].filter((finding) => finding.rule !== 'personal-data')).toEqual([]);
    });
  }
});

function readExample(path: string): string {
  return readFileSync(join(sourceDir, path), 'utf8');
}

function readExamples(): RepositoryFile[] {
  return readdirSync(sourceDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(sourceDir, join(entry.parentPath, entry.name)))
    .map((path) => ({ path, kind: 'file' as const, content: readExample(path) }));
}

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
