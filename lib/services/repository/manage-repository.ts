import { getDb } from '@/lib/adapters/db/client';
import { enqueue } from '@/lib/adapters/jobs/queue';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { recordAudit } from '../audit/record-audit';
import { requirePermission } from '../session/require-permission';

/** From now on new schemas go into this repository. Throws `not-allowed`, `not-found`. */
export async function setDefaultRepository(actor: Actor, repositoryId: string, clock: Clock): Promise<void> {
  requirePermission(can(actor, 'repository.manage', null));
  await getDb().$transaction(async (tx) => {
    const repository = await tx.schemaRepository.findUnique({ where: { id: repositoryId } });
    if (!repository) throw new AppError('not-found', 'There is no such repository.');
    await tx.schemaRepository.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
    await tx.schemaRepository.update({ where: { id: repositoryId }, data: { isDefault: true } });
    const data = { name: repository.name };
    const event = {
      actor,
      action: 'repository.made-default',
      subjectType: 'repository',
      subjectId: repositoryId,
      data,
    };
    await recordAudit(tx, event, clock());
  });
}

/** Reads the repository again. Throws `not-allowed`, `not-found`. */
export async function startImport(
  actor: Actor,
  repositoryId: string,
  clock: Clock,
): Promise<{ importId: string }> {
  requirePermission(can(actor, 'repository.manage', null));
  return getDb().$transaction(async (tx) => {
    const repository = await tx.schemaRepository.findUnique({ where: { id: repositoryId } });
    if (!repository) throw new AppError('not-found', 'There is no such repository.');
    const run = await tx.importRun.create({
      data: { repositoryId, startedById: actor.id, startedAt: clock() },
    });
    await enqueue(tx, 'import-repository', { importId: run.id });
    const event = {
      actor,
      action: 'repository.import-started',
      subjectType: 'repository',
      subjectId: repositoryId,
    };
    await recordAudit(tx, event, clock());
    return { importId: run.id };
  });
}
