// What more fields and more schemas cost: generated schemas of up to 5,000 fields, repositories of up to 10,000 schemas.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { node, root } from '../prepare.mjs';
import { median, printTable, runProgram } from './measure.mjs';

const fieldCounts = [625, 1250, 2500, 5000];
const schemaCounts = [1250, 2500, 5000, 10_000];
/** Above this, jsonschema-tools takes minutes. */
const upstreamUpTo = 2500;

export async function benchGrowth({ folder, env }) {
  await benchFields(folder);
  await benchSchemas(folder, env);
}

async function benchFields(folder) {
  const outfile = join(folder, 'growth-steps.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./growth-steps.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    tsconfig: join(root, 'tsconfig.json'),
  });
  const { measureSteps, steps } = await import(pathToFileURL(outfile).href);
  for (let round = 0; round < 5; round += 1) measureSteps(schemaText('bench/warm', 500));
  const rows = fieldCounts.map((count) => {
    const text = schemaText('bench/fields', count);
    const runs = Array.from({ length: 5 }, () => measureSteps(text));
    const times = steps.map((step) => median(runs.map((run) => run[step])));
    const whole = times.reduce((sum, time) => sum + time, 0);
    return [count, ...[...times, whole, (whole / count) * 1000].map((time) => time.toFixed(1))];
  });
  printTable('fields in one schema, ms', ['fields', ...steps, 'together', 'per 1,000 fields'], rows);
}

async function benchSchemas(folder, env) {
  const rows = [];
  for (const count of schemaCounts) {
    const repository = join(folder, `repository-${count}`);
    writeRepository(repository, count);
    const run = (...words) => runProgram({ node: node(), words, cwd: repository, env });
    const assent = join(root, 'dist', 'assent.cjs');
    const made = await run(assent, 'materialize', repository, '--all');
    const checked = await run(assent, 'check', repository, '--format', 'json');
    for (const { status, errors } of [made, checked]) {
      if (status > 1) throw new Error(`A program failed on ${count} schemas:\n${errors}`);
    }
    const upstream = count <= upstreamUpTo ? await run(upstreamProgram(), 'materialize-all') : null;
    const beside = upstream
      ? [upstream.wall.toFixed(0), `${(upstream.wall / made.wall).toFixed(1)}×`]
      : ['–', '–'];
    const figures = [
      made.wall,
      (made.wall / count) * 1000,
      made.memory,
      checked.wall,
      (checked.wall / count) * 1000,
      checked.memory,
    ];
    rows.push([count, ...figures.map((figure) => figure.toFixed(0)), ...beside]);
    rmSync(repository, { recursive: true, force: true });
  }
  const head = [
    'schemas',
    'materialize ms',
    'per 1,000',
    'MB',
    'check ms',
    'per 1,000',
    'MB',
    'upstream materialize ms',
    'ratio',
  ];
  printTable('schemas in one repository, whole programs', head, rows);
}

function upstreamProgram() {
  const require = createRequire(import.meta.url);
  return join(
    dirname(require.resolve('@wikimedia/jsonschema-tools/package.json')),
    'scripts',
    'jsonschema-tools.js',
  );
}

/** A repository whose schemas all use one fragment. */
function writeRepository(repository, count) {
  const write = (path, text) => {
    const file = join(repository, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write(
    '.jsonschema-tools.yaml',
    'schemaBasePath: ./jsonschema/\ncontentTypes: [yaml]\nshouldGenerateExample: true\n',
  );
  const fragment = schemaText('fragment/common', 10);
  write('jsonschema/fragment/common/current.yaml', fragment);
  write('jsonschema/fragment/common/1.0.0.yaml', fragment);
  symlinkSync('1.0.0.yaml', join(repository, 'jsonschema/fragment/common/1.0.0'));
  for (let at = 1; at < count; at += 1) {
    const title = `bench/group_${Math.floor(at / 100)}/schema_${at}`;
    write(`jsonschema/${title}/current.yaml`, schemaText(title, 20, '/fragment/common/1.0.0'));
  }
}

/** Objects of nine fields each, as events have. */
function schemaText(title, fields, fragment = null) {
  const lines = [
    `title: ${title}`,
    `$id: /${title}/1.0.0`,
    '$schema: https://json-schema.org/draft-07/schema#',
    'description: Written for the benchmark, with as many fields as asked for.',
    'type: object',
    ...(fragment === null ? [] : ['allOf:', `  - $ref: ${fragment}#`]),
    'properties:',
  ];
  for (let at = 0, group = 0; at < fields; group += 1) {
    lines.push(
      `  group_${group}:`,
      '    type: object',
      '    description: Fields that belong together.',
      '    properties:',
    );
    at += 1;
    for (let member = 0; member < 9 && at < fields; member += 1, at += 1) {
      lines.push(`      field_${member}:`, ...fieldLines(member));
    }
    lines.push('    required:', '      - field_0');
  }
  return `${lines.join('\n')}\n`;
}

function fieldLines(member) {
  const description = '        description: What was measured, and when it is there.';
  if (member % 3 === 0) return ['        type: string', '        maxLength: 255', description];
  if (member % 3 === 1)
    return ['        type: integer', '        minimum: 0', '        maximum: 100', description];
  return ['        type: string', '        enum: [shown, clicked, dismissed]', description];
}
