import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getDb } from '@/lib/adapters/db/client';
import { isUniqueViolation } from '@/lib/adapters/db/errors';
import { findDefaultBranch } from '@/lib/adapters/git/default-branch';
import { GitError, redactCredentials } from '@/lib/adapters/git/git-error';
import { createRepositoryFromDirectory } from '@/lib/adapters/git/init-repository';
import { checkRemoteUrl } from '@/lib/adapters/git/remote-url';
import { enqueue } from '@/lib/adapters/jobs/queue';
import type { RegisterRepositoryInput } from '@/lib/contracts/repository';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { readEnv } from '@/lib/platform/env';
import { recordAudit } from '../audit/record-audit';
import { requirePermission } from '../session/require-permission';

/**
 * Registers a schema repository (or finds it again under its name) and gives a new import of it. A plain folder that
 * is no git repository is copied into a bare one in DATA_DIR, which is the schema repository from then on.
 * `start` puts the import into the queue; the command line runs it itself.
 * Throws `not-allowed`; `invalid-input` where the source cannot be read; `conflict` where the name is another's.
 */
export async function registerRepository(
  actor: Actor | null,
  input: RegisterRepositoryInput,
  options: { clock: Clock; start: boolean },
): Promise<{ repositoryId: string; importId: string }> {
  if (actor) requirePermission(can(actor, 'repository.manage', null));
  const { url, branch } = await resolveSource(input, options.clock);
  try {
    return await getDb().$transaction(async (tx) => {
      const known = await tx.schemaRepository.findUnique({ where: { name: input.name } });
      if (known && known.url !== url) {
        const message = `“${input.name}” is another repository already (${redactCredentials(known.url)}). Choose another name.`;
        throw new AppError('conflict', message, { fields: { name: message } });
      }
      const repository =
        known ?? (await tx.schemaRepository.create({ data: { name: input.name, url, branch } }));
      const run = await tx.importRun.create({
        data: { repositoryId: repository.id, startedById: actor?.id ?? null, startedAt: options.clock() },
      });
      if (options.start) await enqueue(tx, 'import-repository', { importId: run.id });
      const data = { name: input.name, url: redactCredentials(url), branch: repository.branch };
      const action = known ? 'repository.import-started' : 'repository.registered';
      await recordAudit(
        tx,
        { actor, action, subjectType: 'repository', subjectId: repository.id, data },
        options.clock(),
      );
      return { repositoryId: repository.id, importId: run.id };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('conflict', 'Somebody registered this name in the same moment. Try again.', {
      cause: error,
    });
  }
}

async function resolveSource(
  input: RegisterRepositoryInput,
  clock: Clock,
): Promise<{ url: string; branch: string }> {
  try {
    const url = checkRemoteUrl(input.source);
    if (isPlainFolder(url)) return await copyFolder(url, input, clock);
    return { url, branch: input.branch || (await findDefaultBranch(url)) || 'main' };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new AppError('invalid-input', `${input.source} cannot be read: ${error.message}`, {
      fields: { source: error.message },
      cause: error,
    });
  }
}

function isPlainFolder(path: string): boolean {
  if (!path.startsWith('/') || !existsSync(path) || !statSync(path).isDirectory()) return false;
  return !existsSync(join(path, '.git')) && !existsSync(join(path, 'HEAD'));
}

async function copyFolder(sourceDir: string, input: RegisterRepositoryInput, clock: Clock) {
  const dir = resolve(readEnv().DATA_DIR, 'repositories', `${input.name}.git`);
  const branch = input.branch || 'main';
  if (existsSync(dir)) return { url: dir, branch };
  const author = { name: 'Assent', email: 'assent@localhost' };
  const message = 'Take over the schemas of a folder\n';
  await createRepositoryFromDirectory({ sourceDir, dir, branch, message, author, date: clock() });
  return { url: dir, branch };
}
