import { getDb } from '@/lib/adapters/db/client';
import type { ImportRun } from '@/lib/adapters/db/generated/client';
import { redactCredentials } from '@/lib/adapters/git/git-error';
import type { ImportProblem, ImportProgress, RepositoryLine } from '@/lib/contracts/repository';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { requirePermission } from '../session/require-permission';

/** The registered repositories with their last import, the default first. */
export async function loadRepositories(): Promise<RepositoryLine[]> {
  const rows = await getDb().schemaRepository.findMany({
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }],
    include: { imports: { orderBy: { startedAt: 'desc' }, take: 1 }, _count: { select: { schemas: true } } },
  });
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: row.name,
      url: redactCredentials(row.url),
      branch: row.branch,
      isDefault: row.isDefault,
      headCommit: row.headCommit,
      importedAt: row.importedAt?.toISOString() ?? null,
      schemas: row._count.schemas,
      versions: await getDb().schemaVersion.count({ where: { schema: { repositoryId: row.id } } }),
      lastImport: row.imports[0] ? toProgress(row.imports[0], row.name) : null,
    })),
  );
}

/** How far an import is. `actor` null is the operator at the command line. Throws `not-allowed`, `not-found`. */
export async function loadImport(actor: Actor | null, importId: string): Promise<ImportProgress> {
  if (actor) requirePermission(can(actor, 'repository.manage', null));
  const run = await getDb().importRun.findUnique({ where: { id: importId }, include: { repository: true } });
  if (!run) throw new AppError('not-found', 'There is no such import.');
  return toProgress(run, run.repository.name);
}

function toProgress(run: ImportRun, repositoryName: string): ImportProgress {
  const {
    id,
    repositoryId,
    state,
    done,
    total,
    schemas,
    versions,
    added,
    unchanged,
    refused,
    error,
    commit,
  } = run;
  return {
    ...{
      id,
      repositoryId,
      repositoryName,
      state,
      done,
      total,
      schemas,
      versions,
      added,
      unchanged,
      refused,
      error,
    },
    commit,
    problems: run.problems as unknown as ImportProblem[],
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}
