import { getDb } from '@/lib/adapters/db/client';
import { redactCredentials } from '@/lib/adapters/git/git-error';
import type { ExportStatus } from '@/lib/contracts/export';

/** The delivery of a proposal's version. Null before approval. */
export async function findExportStatus(proposalId: string): Promise<ExportStatus | null> {
  const row = await getDb().export.findFirst({
    where: { proposalId },
    orderBy: { createdAt: 'desc' },
    include: { version: { include: { schema: true } }, proposal: { include: { repository: true } } },
  });
  if (!row) return null;
  const { id, state, branch, commit, message, attempts, error } = row;
  return {
    ...{ id, state, branch, commit, message, attempts, error },
    schemaTitle: row.version.schema.title,
    version: row.version.version,
    repositoryName: row.proposal.repository.name,
    repositoryUrl: redactCredentials(row.proposal.repository.url),
    files: row.files as unknown as ExportStatus['files'],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
