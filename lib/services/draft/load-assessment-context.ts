import type { Tx } from '@/lib/adapters/db/client';
import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';
import type { KnownFragmentField } from '@/lib/domain/lint/lint-input';
import type { Metric } from '@/lib/domain/question/question';
import { readSource } from '@/lib/domain/schema/read-source';
import { toSchemaId } from '@/lib/domain/schema/schema-id';
import { findReferencedSchemas, readVersion } from './find-schemas';

/** A content that is to be assessed: a draft, or a revision with what it was when it was submitted. */
export interface Assessable {
  repository: { id: string; configText: string };
  title: string;
  baseVersion: string | null;
  newestVersion: string | null;
  /** Each text whose references have to be known. */
  texts: string[];
  metrics: Metric[];
  controlPointers: string[];
  exceptions: string[];
}

const maxFragmentFields = 5_000;

/** Reads everything but the text that an assessment depends on. */
export async function loadAssessmentContext(tx: Tx, assessed: Assessable): Promise<AssessmentContext> {
  const { repository, title, baseVersion, newestVersion } = assessed;
  const values = assessed.texts.flatMap((text) => {
    const value = readSource(text).source?.value;
    return value ? [value] : [];
  });
  const { schemas } = await findReferencedSchemas(tx, values, repository.id);
  return {
    title,
    isNewSchema: baseVersion === null,
    base: await findBase(tx, assessed),
    newestVersion,
    lookup: schemas,
    configText: repository.configText,
    metrics: assessed.metrics,
    controlPointers: assessed.controlPointers,
    exceptions: assessed.exceptions,
    knownFragmentFields: [],
  };
}

/** Null where the content builds on no version, or on one that is not known or cannot be read. */
async function findBase(tx: Tx, { repository, title, baseVersion: version }: Assessable) {
  if (version === null) return null;
  const schemaOfBase = { repositoryId: repository.id, title };
  const row = await tx.schemaVersion.findFirst({ where: { version, schema: schemaOfBase } });
  const schema = row ? readVersion(row) : null;
  return schema ? { version, schema } : null;
}

/** What published fragments offer, for the search for repetitions; not what the schema itself offers. */
export async function loadFragmentFields(tx: Tx, title: string): Promise<KnownFragmentField[]> {
  const rows = await tx.schemaField.findMany({
    where: { schema: { isFragment: true, latestVersion: { not: null }, NOT: { title } } },
    select: { name: true, type: true, schema: { select: { title: true, latestVersion: true } } },
    orderBy: [{ schema: { title: 'asc' } }, { position: 'asc' }],
    take: maxFragmentFields,
  });
  return rows.map(({ name, type, schema }) => ({
    name,
    type,
    fragment: toSchemaId(schema.title, schema.latestVersion ?? ''),
  }));
}
