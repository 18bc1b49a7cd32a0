import { getDb, type Tx } from '@/lib/adapters/db/client';
import { lockProposal } from '@/lib/adapters/db/locks';
import { GitError } from '@/lib/adapters/git/git-error';
import { fetchMirror } from '@/lib/adapters/git/mirror';
import { compareVersions } from '@/lib/domain/schema/schema-id';
import type { Clock } from '@/lib/platform/clock';
import { recordAudit } from '../audit/record-audit';
import { openRepository } from '../repository/open-repository';
import { describeSchema } from '../repository/store-schema';
import { deliver, type Delivery } from './deliver';
import { type ExportRow, findExport } from './find-export';

/**
 * Delivers an approved version into its schema repository, exactly once whatever is killed when: the commit names
 * the export in a trailer, the push is pinned to the head that was seen, and what is there already is found again.
 * A repository that holds other bytes under the number is a conflict that a person resolves; nothing is overwritten.
 * Throws where the repository cannot be reached, so that the job is tried again.
 */
export async function exportVersion(exportId: string, clock: Clock): Promise<void> {
  const row = await findExport(exportId);
  if (!row || row.state === 'exported') return;
  await getDb().export.update({
    where: { id: exportId },
    data: { state: 'running', attempts: { increment: 1 }, updatedAt: clock() },
  });
  try {
    const mirror = await openRepository(row.proposal.repository);
    const { head } = await fetchMirror(mirror);
    const delivery = await deliver(mirror, head, row);
    await getDb().$transaction((tx) => settle(tx, row, { ...delivery, at: clock() }));
  } catch (error) {
    const message =
      error instanceof GitError ? error.message : 'The export broke off; the server’s log says why.';
    await getDb().export.update({
      where: { id: exportId },
      data: { state: 'failed', error: `${message} It will be tried again.`, updatedAt: clock() },
    });
    throw error;
  }
}

/** How a delivery ended, and when. */
type Outcome = Delivery & { at: Date };

async function settle(tx: Tx, row: ExportRow, outcome: Outcome): Promise<void> {
  await lockProposal(tx, row.proposalId);
  const now = await tx.export.findUniqueOrThrow({ where: { id: row.id } });
  if (now.state === 'exported') return;
  if (outcome.kind === 'conflict') return settleConflict(tx, row, outcome);
  const { commit, parent, at } = outcome;
  const files = outcome.files.map(({ path, kind }) => ({ path, kind }));
  await tx.export.update({
    where: { id: row.id },
    data: { state: 'exported', commit, files, error: null, updatedAt: at },
  });
  await tx.proposal.updateMany({
    where: { id: row.proposalId, state: 'approved' },
    data: { state: 'exported', updatedAt: at },
  });
  // Where nothing came in between, what is known of the repository is whole without reading it again.
  await tx.schemaRepository.updateMany({
    where: { id: row.proposal.repositoryId, headCommit: parent ?? '' },
    data: { headCommit: commit },
  });
  await publish(tx, row);
  const data = { version: row.version.version, commit, branch: row.branch };
  await recordAudit(tx, about(row, 'export.delivered', data), at);
}

async function settleConflict(
  tx: Tx,
  row: ExportRow,
  { path, at }: { path: string; at: Date },
): Promise<void> {
  const error = `The repository holds other bytes in ${path}. Nothing was overwritten: look at that file, and take this version to the next number or remove what stands there, then try again.`;
  await tx.export.update({ where: { id: row.id }, data: { state: 'conflict', error, updatedAt: at } });
  await recordAudit(tx, about(row, 'export.conflicted', { path }), at);
}

/** From now on the catalogue shows this version. */
async function publish(tx: Tx, row: ExportRow): Promise<void> {
  const { schema, version } = row.version;
  const isLatest = schema.latestVersion === null || compareVersions(version, schema.latestVersion) >= 0;
  if (!isLatest) return;
  await tx.schema.update({
    where: { id: schema.id },
    data: { latestVersion: version, currentText: row.version.sourceText },
  });
  await describeSchema(tx, schema.id);
}

function about(row: ExportRow, action: string, data: Record<string, string>) {
  const { proposalId } = row;
  return { actor: null, action, subjectType: 'export', subjectId: row.id, proposalId, data };
}
