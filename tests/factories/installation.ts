import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Db } from '@/lib/adapters/db/client';
import type { Clock } from '@/lib/platform/clock';
import { readEnv } from '@/lib/platform/env';
import { type Cast, ensureCast } from '@/lib/services/installation/demonstration/people';
import { Stage } from '@/lib/services/installation/demonstration/acts';
import { importRepository } from '@/lib/services/repository/import-repository';
import { registerRepository } from '@/lib/services/repository/register-repository';

/** A data folder with a schema repository (the example schemas) and people, for tests of services that reach git. */
export interface TestInstallation {
  dataDir: string;
  repositoryId: string;
  /** The bare repository that versions are delivered to. */
  remote: string;
  cast: Cast;
  remove(): void;
}

export async function createInstallation(db: Db, clock: Clock): Promise<TestInstallation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'assent-test-'));
  process.env.DATA_DIR = dataDir;
  readEnv().DATA_DIR = dataDir;
  const source = resolve('scripts/example-repository');
  const registered = await registerRepository(null, { source, name: 'schemas' }, { clock, start: false });
  await importRepository(registered.importId, clock);
  const { repositoryId } = registered;
  const { url } = await db.schemaRepository.update({
    where: { id: repositoryId },
    data: { isDefault: true },
  });
  const cast = await ensureCast(clock);
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  return { dataDir, repositoryId, remote: url, cast, remove };
}

/** A new schema with one field of its own, approved. Gives its export. */
export async function approveNewSchema(cast: Cast, title: string, clock: Clock): Promise<string> {
  const stage = await openNewSchema(cast, title, clock);
  await stage.submit(cast.edda, 'First version.');
  await stage.review(cast.emil, { role: 'engineer', verdict: 'approve' });
  await stage.review(cast.amir, { role: 'analyst', verdict: 'approve' });
  await stage.decide(cast.ana);
  await stage.signOff(cast.ana, '');
  return stage.approve(cast.amir);
}

/** The same, still being drafted. */
export async function openNewSchema(cast: Cast, title: string, clock: Clock): Promise<Stage> {
  const opening = {
    title,
    summary: `Begin ${title}`,
    write: () => sourceOf(title),
    question: { question: 'Does it work?', decision: 'Whether to go on.' },
    metrics: [
      { name: 'Count', definition: 'Number of events a day.', fieldPointers: ['/properties/wait_ms'] },
    ],
  };
  const stage = await Stage.open(cast.edda, opening, clock);
  if (!stage) throw new Error(`${title} was opened before`);
  return stage;
}

function sourceOf(title: string): string {
  return `title: ${title}
description: A reader waited for something.
$id: /${title}/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
allOf:
  - $ref: /fragment/common/1.1.0
properties:
  wait_ms:
    type: integer
    description: How long the reader waited, in milliseconds.
    minimum: 0
    maximum: 60000
required:
  - wait_ms
examples:
  - $schema: /${title}/1.0.0
    dt: '2024-05-02T10:00:00Z'
    meta:
      stream: test.stream
    wait_ms: 240
`;
}
