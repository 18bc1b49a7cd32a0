import { runSchemaCommand } from '@/lib/cli/schema/run-schema-command';
import { type MemoryFile, MemoryFileSystem } from './memory-file-system';

export const config = 'schemaBasePath: ./jsonschema/\ncontentTypes: [yaml]\n';

/** The source of a fragment that the click schema uses. */
export const commonSource = `title: fragment/common
description: What every event has.
$id: /fragment/common/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
required: [$schema, meta, dt]
properties:
  $schema:
    type: string
    description: Which schema the event follows.
    maxLength: 200
  meta:
    type: object
    description: What the intake needs.
    required: [stream]
    properties:
      stream:
        type: string
        description: Where the event goes.
        maxLength: 200
        minLength: 1
  dt:
    type: string
    format: date-time
    description: When it happened.
    maxLength: 128
examples:
  - $schema: /fragment/common/1.0.0
    meta: {stream: some.stream}
    dt: '2024-01-01T00:00:00Z'
`;

/** The source of an event schema, in a version and with further fields as YAML lines. */
export function clickSource(version: string, fields = ''): string {
  return `title: analytics/click
description: A person pressed a button.
$id: /analytics/click/${version}
$schema: https://json-schema.org/draft-07/schema#
type: object
allOf:
  - $ref: /fragment/common/1.0.0#
required: [action]
properties:
  action:
    type: string
    description: What the person did.
    enum: [press, hold]
${fields}examples:
  - $schema: /analytics/click/${version}
    meta: {stream: analytics.click}
    dt: '2024-01-01T00:00:00Z'
    action: press
`;
}

/** A further field of the click schema. */
export const countField = `  press_count:
    type: integer
    description: How often the person pressed.
    minimum: 0
    maximum: 1000
`;

export interface Run {
  status: number;
  out: string[];
  error: string;
}

/** Runs a command in the folder `/work` and gives its output, line by line. */
export async function run(fileSystem: MemoryFileSystem, ...words: string[]): Promise<Run> {
  let out = '';
  let error = '';
  const io = {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (error += text) },
    cwd: '/work',
  };
  const status = await runSchemaCommand(words, io, fileSystem);
  return { status, out: out.split('\n').slice(0, -1), error };
}

/** A repository with two released versions of the click schema, all as upstream would have it. */
export async function releasedRepository(): Promise<MemoryFileSystem> {
  const fileSystem = new MemoryFileSystem({
    '/work/repo/.jsonschema-tools.yaml': config,
    '/work/repo/jsonschema/fragment/common/current.yaml': commonSource,
    '/work/repo/jsonschema/analytics/click/current.yaml': clickSource('1.0.0'),
  });
  await run(fileSystem, 'materialize', 'repo');
  fileSystem.files.set(
    '/work/repo/jsonschema/analytics/click/current.yaml',
    clickSource('1.1.0', countField),
  );
  await run(fileSystem, 'materialize', 'repo');
  return fileSystem;
}

/** The rules of the errors and warnings, with the end of their paths. */
export function said(out: string[]): string[] {
  return out.flatMap((line) => {
    const [, file, severity, rule] = /([^/]*):\d+:\d+: (\w+): .*\((\S+)\)$/.exec(line) ?? [];
    return file === undefined ? [] : [`${file} ${severity} ${rule}`];
  });
}

/** The same repository with further files, or others in their places. */
export async function repositoryWith(files: Record<string, MemoryFile>): Promise<MemoryFileSystem> {
  const fileSystem = await releasedRepository();
  for (const [path, file] of Object.entries(files)) fileSystem.files.set(path, file);
  return fileSystem;
}
