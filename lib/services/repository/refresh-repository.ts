import { getDb } from '@/lib/adapters/db/client';
import { findRemoteHead } from '@/lib/adapters/git/mirror';
import type { Clock } from '@/lib/platform/clock';
import { AppError } from '@/lib/platform/app-error';
import { GitError } from '@/lib/adapters/git/git-error';
import { importRepository } from './import-repository';
import { openRepository } from './open-repository';

/**
 * Brings what Assent knows of a repository up to its branch's head: one question to the remote, and an import only
 * where the head moved. The repository is the truth about what is published.
 * Throws `unavailable` where it cannot be reached.
 */
export async function refreshRepository(repositoryId: string, clock: Clock): Promise<void> {
  const db = getDb();
  const repository = await db.schemaRepository.findUniqueOrThrow({ where: { id: repositoryId } });
  const head = await findHead(repository);
  if (head === repository.headCommit) return;
  const run = await db.importRun.create({ data: { repositoryId, startedAt: clock() } });
  await importRepository(run.id, clock);
  const after = await db.importRun.findUniqueOrThrow({ where: { id: run.id } });
  if (after.state === 'failed') throw unreachable(repository.name, after.error ?? '');
}

async function findHead(repository: { id: string; name: string; url: string; branch: string }) {
  try {
    return await findRemoteHead(await openRepository(repository));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw unreachable(repository.name, error.message, error);
  }
}

function unreachable(name: string, why: string, cause?: unknown): AppError {
  const message = `The schema repository “${name}” cannot be reached, so nobody can tell whether the base is still the newest version: ${why}`;
  return new AppError('unavailable', message, { cause });
}
