import type { Tx } from '@/lib/adapters/db/client';
import { newSchemaText } from '@/lib/domain/draft/new-schema-text';
import { nextVersionText } from '@/lib/domain/draft/next-version-text';
import { toSchemaId } from '@/lib/domain/schema/schema-id';
import { AppError } from '@/lib/platform/app-error';
import { findNewestVersion } from './find-newest-version';

/** Where a proposal goes, and the text it begins with. */
export interface Target {
  repositoryId: string;
  /** Null where the schema is new. */
  schemaId: string | null;
  baseVersion: string | null;
  text: string;
}

interface Wish {
  title: string;
  summary: string;
  repositoryId?: string | undefined;
}

const commonTitle = 'fragment/common';

/**
 * Finds the schema that a proposal is for; all schema repositories form one namespace, so that a title that stands
 * in one is not new in another. Throws `invalid-input`.
 */
export async function findTarget(tx: Tx, wish: Wish): Promise<Target> {
  const standing = await tx.schema.findMany({ where: { title: wish.title }, include: { repository: true } });
  const schema =
    standing.find((row) => row.repositoryId === wish.repositoryId) ??
    standing.find((row) => row.repository.isDefault) ??
    standing[0];
  if (schema && wish.repositoryId !== undefined && schema.repositoryId !== wish.repositoryId) {
    const message = `This schema stands in the schema repository “${schema.repository.name}”; a title belongs to one repository.`;
    throw new AppError('invalid-input', message, { fields: { repositoryId: message } });
  }
  if (!schema) return newTarget(tx, wish);
  const place = { repositoryId: schema.repositoryId, title: wish.title };
  const baseVersion = await findNewestVersion(tx, place);
  if (baseVersion === null) return { ...(await newTarget(tx, { ...wish, ...place })), schemaId: schema.id };
  const text = nextVersionText(await newestSource(tx, schema, baseVersion), baseVersion);
  return { repositoryId: schema.repositoryId, schemaId: schema.id, baseVersion, text };
}

async function newTarget(tx: Tx, { title, summary, repositoryId }: Wish): Promise<Target> {
  const repository = repositoryId
    ? await tx.schemaRepository.findUnique({ where: { id: repositoryId } })
    : await tx.schemaRepository.findFirst({ orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }] });
  if (!repository) {
    const message = 'There is no such schema repository. Choose another, or ask an admin to register one.';
    throw new AppError('invalid-input', message, { fields: { repositoryId: message } });
  }
  const commonFragment = await findCommonFragment(tx, repository.id);
  const text = newSchemaText({ title, summary, commonFragment });
  return { repositoryId: repository.id, schemaId: null, baseVersion: null, text };
}

/** The newest common fragment, of the proposal's own repository first. Null where no repository has one. */
async function findCommonFragment(tx: Tx, repositoryId: string): Promise<string | null> {
  const rows = await tx.schema.findMany({ where: { title: commonTitle }, select: { repositoryId: true } });
  const own = rows.find((row) => row.repositoryId === repositoryId) ?? rows[0];
  const version = own ? await findNewestVersion(tx, { ...own, title: commonTitle }) : null;
  return version === null ? null : toSchemaId(commonTitle, version);
}

/** The source of the newest version: what was approved here, else current.yaml, else the materialized text itself. */
export async function newestSource(
  tx: Tx,
  schema: { id: string; currentText: string | null },
  version: string,
): Promise<string> {
  const row = await tx.schemaVersion.findUnique({
    where: { schemaId_version: { schemaId: schema.id, version } },
  });
  if (row?.source === 'proposal' && row.sourceText !== null) return row.sourceText;
  return schema.currentText ?? row?.sourceText ?? row?.text ?? '';
}
