import { getDb } from '@/lib/adapters/db/client';
import type { ImportRun, SchemaRepository } from '@/lib/adapters/db/generated/client';
import { GitError } from '@/lib/adapters/git/git-error';
import { fetchMirror } from '@/lib/adapters/git/mirror';
import type { ImportProblem } from '@/lib/contracts/repository';
import type { Clock } from '@/lib/platform/clock';
import { recordAudit } from '../audit/record-audit';
import { openRepository } from './open-repository';
import { readRepository } from './read-repository';
import { storeSchema } from './store-schema';

/**
 * Carries out an import: reads every schema and version at the head of the repository's branch and adds what is new.
 * May run any number of times; what could not be read is listed and the rest goes on. A repository that cannot be
 * reached ends the import with its reason, which the screen shows; nothing is tried again behind a person's back.
 */
export async function importRepository(importId: string, clock: Clock): Promise<void> {
  const db = getDb();
  const run = await db.importRun.findUnique({ where: { id: importId }, include: { repository: true } });
  if (!run || run.state === 'done') return;
  await db.importRun.update({ where: { id: importId }, data: { state: 'running', error: null } });
  try {
    await importHead(run, run.repository, clock);
  } catch (error) {
    const message =
      error instanceof GitError ? error.message : 'The import broke off; the server’s log says why.';
    await db.importRun.update({
      where: { id: importId },
      data: { state: 'failed', error: message, finishedAt: clock() },
    });
    if (!(error instanceof GitError)) throw error;
  }
}

interface Totals {
  done: number;
  versions: number;
  added: number;
  unchanged: number;
  problems: ImportProblem[];
}

async function importHead(run: ImportRun, repository: SchemaRepository, clock: Clock): Promise<void> {
  const db = getDb();
  const mirror = await openRepository(repository);
  const { head } = await fetchMirror(mirror);
  const read = await readRepository(mirror, head);
  const totals: Totals = { done: 0, versions: 0, added: 0, unchanged: 0, problems: [...read.problems] };
  await db.importRun.update({ where: { id: run.id }, data: { total: read.schemas.length } });
  for (const schema of read.schemas) {
    const stored = await db.$transaction((tx) => storeSchema(tx, repository.id, schema));
    totals.done += 1;
    totals.versions += schema.versions.length;
    totals.added += stored.added;
    totals.unchanged += stored.unchanged;
    totals.problems.push(...stored.problems);
    await db.importRun.update({ where: { id: run.id }, data: { done: totals.done } });
  }
  await finish({ run, repository, totals, head, configText: read.configText, clock });
}

async function finish(input: {
  run: ImportRun;
  repository: SchemaRepository;
  totals: Totals;
  head: string | null;
  configText: string;
  clock: Clock;
}): Promise<void> {
  const { run, repository, totals, head, clock } = input;
  const { done: schemas, versions, added, unchanged, problems } = totals;
  const outcome = { schemas, versions, added, unchanged, refused: problems.length, commit: head };
  await getDb().$transaction(async (tx) => {
    await tx.schemaRepository.update({
      where: { id: repository.id },
      data: { headCommit: head, importedAt: clock(), configText: input.configText },
    });
    await tx.importRun.update({
      where: { id: run.id },
      data: {
        state: 'done',
        ...outcome,
        problems: problems as unknown as object[],
        finishedAt: clock(),
      },
    });
    const changed = added > 0 || repository.headCommit !== head;
    if (!changed) return;
    const event = {
      actor: null,
      action: 'repository.imported',
      subjectType: 'repository',
      subjectId: repository.id,
      data: outcome,
    };
    await recordAudit(tx, event, clock());
  });
}
