import { getDb } from '@/lib/adapters/db/client';
import type { CatalogueField, SchemaPage, VersionLine } from '@/lib/contracts/catalogue';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { listFields } from '@/lib/domain/schema/fields';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { listRefs } from '@/lib/domain/schema/refs';
import { readRepositoryConfig, toMaterializeOptions } from '@/lib/domain/schema/repository-config';
import { compareVersions, toSchemaId } from '@/lib/domain/schema/schema-id';
import type { Field, Origin } from '@/lib/domain/schema/types';
import { findReferencedSchemas, readVersion } from '../draft/find-schemas';
import { requirePermission } from '../session/require-permission';
import { findSchemaRow, type SchemaRow, type VersionRow } from './find-schema-row';
import { loadRetention } from './load-retention';

interface Wanted {
  title: string;
  version?: string;
  repository?: string;
}

/** A schema's page, at the wanted version or the newest. Null where there is no such schema or version. */
export async function findSchemaPage(actor: Actor, wanted: Wanted): Promise<SchemaPage | null> {
  requirePermission(can(actor, 'read', null));
  const schema = await findSchemaRow(wanted.title, wanted.repository);
  if (!schema) return null;
  const versions = [...schema.versions].sort((one, other) => compareVersions(other.version, one.version));
  const shownVersion = wanted.version ?? schema.latestVersion ?? versions[0]?.version ?? null;
  const shown = versions.find((row) => row.version === shownVersion) ?? null;
  if (wanted.version && !shown) return null;
  const sourceText =
    shown?.sourceText ?? (shown?.version === schema.latestVersion ? schema.currentText : null);
  return {
    title: schema.title,
    repositoryName: schema.repository.name,
    isFragment: schema.isFragment,
    description: schema.description,
    latestVersion: schema.latestVersion,
    version: shown?.version ?? null,
    versions: versions.map(toVersionLine),
    fields: shown ? await loadFields(schema, shown, sourceText) : [],
    sourceText,
    materializedText: shown?.text ?? null,
    refs: sourceText ? listRefs(readSource(sourceText).source?.value ?? {}) : [],
    usedBy: await findUsers(schema.title),
    openProposals: await findOpenProposals(schema.title),
  };
}

function toVersionLine(row: VersionRow): VersionLine {
  const { proposal } = row;
  return {
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    published: row.source === 'repository' || row.export?.state === 'exported',
    proposal: proposal
      ? {
          number: proposal.number,
          summary: proposal.summary,
          proposedBy: proposal.author.name,
          approvedBy: unique(proposal.reviews.map((review) => review.person.name)),
          signedOffBy: unique(proposal.signOffs.map((signOff) => signOff.person.name)),
        }
      : null,
  };
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}

async function loadFields(
  schema: SchemaRow,
  shown: VersionRow,
  sourceText: string | null,
): Promise<CatalogueField[]> {
  const value = readVersion(shown);
  if (!value) return [];
  const origins = sourceText ? await findOrigins(schema, sourceText) : undefined;
  const retention = await loadRetention(schema.id);
  return listFields(value, origins).map((field: Field) => {
    const { const: _const, default: _default, ...rest } = field;
    return { ...rest, retention: retention.get(field.pointer) ?? null };
  });
}

/** Which fragment each field comes from: the published text does not say, materializing the source again does. */
async function findOrigins(schema: SchemaRow, sourceText: string): Promise<Map<string, Origin> | undefined> {
  const { source } = readSource(sourceText);
  if (!source) return undefined;
  const { schemas } = await findReferencedSchemas(getDb(), [source.value], schema.repositoryId);
  const options = toMaterializeOptions(readRepositoryConfig(schema.repository.configText).config);
  const lookup = (path: string) => (Object.hasOwn(schemas, path) ? schemas[path] : undefined);
  return materialize(source, lookup, { ...options, shouldGenerateExample: false }).origins;
}

/** Schemas whose source refers to a version of this one. */
async function findUsers(title: string): Promise<string[]> {
  const rows = await getDb().schema.findMany({
    where: { currentText: { contains: toSchemaId(title, '') } },
    select: { title: true, currentText: true },
    orderBy: { title: 'asc' },
  });
  const own = toSchemaId(title, '');
  const refersTo = (text: string | null) =>
    text !== null &&
    listRefs(readSource(text).source?.value ?? {}).some(
      (uri) => /^\d/.test(uri.slice(own.length)) && uri.startsWith(own),
    );
  return rows.filter((row) => row.title !== title && refersTo(row.currentText)).map((row) => row.title);
}

async function findOpenProposals(title: string): Promise<SchemaPage['openProposals']> {
  const rows = await getDb().proposal.findMany({
    where: { schemaTitle: title, state: { in: ['drafting', 'in_review', 'approved'] } },
    select: { number: true, summary: true, state: true },
    orderBy: { number: 'desc' },
  });
  return rows.map((row) => ({ ...row, state: row.state === 'in_review' ? 'in-review' : row.state }));
}
