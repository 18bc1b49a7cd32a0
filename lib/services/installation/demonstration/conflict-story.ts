import { join } from 'node:path';
import { getDb } from '@/lib/adapters/db/client';
import { commitFiles } from '@/lib/adapters/git/commit-files';
import { createRepositoryFromDirectory } from '@/lib/adapters/git/init-repository';
import { fetchMirror } from '@/lib/adapters/git/mirror';
import { pushCommit } from '@/lib/adapters/git/push';
import type { Clock } from '@/lib/platform/clock';
import { readEnv } from '@/lib/platform/env';
import { importRepository } from '../../repository/import-repository';
import { openRepository } from '../../repository/open-repository';
import { existsSync } from 'node:fs';
import { Stage } from './acts';
import { readingList } from './openings';
import type { Cast } from './people';

const name = 'labs';
const author = { name: 'Somebody else', email: 'somebody.else@demonstration.example' };

/**
 * An approved version that met a conflict: while it was on its way, other bytes were pushed under its number. It has
 * a repository of its own, so that the default one stays in order.
 */
export async function playConflict(cast: Cast, clock: Clock): Promise<void> {
  const repository = await ensureRepository(clock);
  const stage = await Stage.open(cast.emil, { ...readingList, repositoryId: repository.id }, clock);
  if (!stage) return;
  await stage.submit(cast.emil, 'First version.');
  await stage.review(cast.edda, { role: 'engineer', verdict: 'approve' });
  await stage.review(cast.amir, { role: 'analyst', verdict: 'approve' });
  await stage.decide(cast.ana);
  await stage.signOff(cast.ana, '');
  await stage.approve(cast.amir);
  const mirror = await openRepository(repository);
  const { head } = await fetchMirror(mirror);
  const path = `jsonschema/${readingList.title}/1.0.0.yaml`;
  const content = `title: ${readingList.title}\n$id: /${readingList.title}/1.0.0\ntype: object\nproperties: {}\n`;
  const commit = await commitFiles({
    ...{ mirror, branch: repository.branch, parent: head, author, committer: author, date: clock() },
    files: [{ path, kind: 'file', content }],
    message: 'Add the reading list by hand\n',
  });
  await pushCommit({ mirror, commit, branch: repository.branch, expected: head });
}

async function ensureRepository(clock: Clock) {
  const db = getDb();
  const standing = await db.schemaRepository.findUnique({ where: { name } });
  if (standing) return standing;
  const dir = join(readEnv().DATA_DIR, 'repositories', `${name}.git`);
  if (!existsSync(dir)) {
    const sourceDir = join(process.cwd(), 'scripts', 'example-labs');
    const message = 'Begin a repository for trials\n';
    await createRepositoryFromDirectory({ sourceDir, dir, branch: 'main', message, author, date: clock() });
  }
  const repository = await db.schemaRepository.create({ data: { name, url: dir, branch: 'main' } });
  const run = await db.importRun.create({ data: { repositoryId: repository.id } });
  await importRepository(run.id, clock);
  return db.schemaRepository.findUniqueOrThrow({ where: { id: repository.id } });
}
