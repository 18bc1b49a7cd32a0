import { getDb } from '@/lib/adapters/db/client';
import type { ProposalStart } from '@/lib/contracts/proposal-page';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { requirePermission } from '../session/require-permission';
import { findNewestVersion } from './find-newest-version';
import { listOpenProposals } from './list-open-proposals';
import { toPermissionView } from './permission-view';

/** What the form for a new proposal shows, for a title or (undefined) before one is chosen. */
export async function loadProposalStart(actor: Actor, title?: string): Promise<ProposalStart> {
  requirePermission(can(actor, 'read', null));
  const db = getDb();
  const repositories = await db.schemaRepository.findMany({
    select: { id: true, name: true, isDefault: true },
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }],
  });
  const schema = title
    ? await db.schema.findFirst({
        where: { title },
        select: { title: true, repositoryId: true, repository: { select: { name: true } } },
        orderBy: { repository: { isDefault: 'desc' } },
      })
    : null;
  return {
    permission: toPermissionView(can(actor, 'proposal.create', null)),
    repositories,
    schema: schema
      ? {
          title: schema.title,
          repositoryName: schema.repository.name,
          latestVersion: await findNewestVersion(db, schema),
        }
      : null,
    openProposals: title ? await listOpenProposals(db, title) : [],
  };
}
