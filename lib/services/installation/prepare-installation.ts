import { join } from 'node:path';
import { getDb } from '@/lib/adapters/db/client';
import { lockInTransaction } from '@/lib/adapters/db/locks';
import { createRepositoryFromDirectory } from '@/lib/adapters/git/init-repository';
import { AppError } from '@/lib/platform/app-error';
import { systemClock } from '@/lib/platform/clock';
import { isDemo, readEnv } from '@/lib/platform/env';
import { existsSync } from 'node:fs';
import { recordAudit } from '../audit/record-audit';
import { importRepository } from '../repository/import-repository';
import { seedDemonstration } from './seed-demonstration';

const name = 'schemas';

/**
 * What the first start creates and every later one finds: the default schema repository with the example schemas,
 * and in demonstration mode people and proposals. Safe to run from several processes and after an interruption.
 */
export async function prepareInstallation(): Promise<{ summary: string }> {
  const repositoryId = await ensureRepository();
  await ensureImported(repositoryId);
  const schemas = await getDb().schema.count();
  const seeded = isDemo(readEnv()) ? await seedDemonstration(repositoryId, systemClock) : false;
  return { summary: seeded ? `${schemas} schemas, demonstration made` : `${schemas} schemas` };
}

async function ensureRepository(): Promise<string> {
  const db = getDb();
  const standing = await db.schemaRepository.findFirst({ where: { isDefault: true } });
  if (standing) {
    requirePresent(standing.url);
    return standing.id;
  }
  const dir = join(readEnv().DATA_DIR, 'schemas.git');
  if (!existsSync(dir)) {
    await createRepositoryFromDirectory({
      sourceDir: join(process.cwd(), 'scripts', 'example-repository'),
      dir,
      branch: 'main',
      message: 'Begin with the example schemas\n',
      author: { name: 'Assent', email: 'assent@localhost' },
      date: systemClock(),
    });
  }
  return db.$transaction(async (tx) => {
    await lockInTransaction(tx, 'installation', 'repository');
    const other = await tx.schemaRepository.findFirst({ where: { isDefault: true } });
    if (other) return other.id;
    const row = await tx.schemaRepository.create({
      data: { name, url: dir, branch: 'main', isDefault: true },
    });
    const event = {
      actor: null,
      action: 'repository.registered',
      subjectType: 'repository',
      subjectId: row.id,
    };
    await recordAudit(tx, { ...event, data: { name, url: dir, branch: 'main' } }, systemClock());
    return row.id;
  });
}

function requirePresent(url: string): void {
  if (!url.startsWith('/') || existsSync(url)) return;
  throw new AppError(
    'misconfigured',
    `The schema repository ${url} is gone. Put it back (or a clone of it: git clone --bare), then start again.`,
  );
}

async function ensureImported(repositoryId: string): Promise<void> {
  const db = getDb();
  const done = await db.importRun.findFirst({ where: { repositoryId, state: 'done' } });
  if (done) return;
  const run = await db.importRun.create({ data: { repositoryId } });
  await importRepository(run.id, systemClock);
}
