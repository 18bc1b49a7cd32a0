import type { Tx } from '@/lib/adapters/db/client';
import type { ImportProblem } from '@/lib/contracts/repository';
import { listFields } from '@/lib/domain/schema/fields';
import { readSource } from '@/lib/domain/schema/read-source';
import { compareVersions, isFragmentTitle } from '@/lib/domain/schema/schema-id';
import type { Field } from '@/lib/domain/schema/types';
import { sha256 } from '@/lib/platform/hash';
import { readVersion } from '../draft/find-schemas';

/** A schema as its repository holds it. Version texts are the primary content type's. */
export interface FoundSchema {
  title: string;
  currentText: string | null;
  versions: { version: string; path: string; text: string }[];
}

/** What became of a schema's versions. */
export interface Stored {
  added: number;
  unchanged: number;
  problems: ImportProblem[];
}

/**
 * Writes a schema of a repository and the versions that are not known yet. A known version whose bytes differ is a
 * problem and stays as it was: a version never changes (domain.md, “Invariants”).
 */
export async function storeSchema(tx: Tx, repositoryId: string, found: FoundSchema): Promise<Stored> {
  const schema = await tx.schema.upsert({
    where: { repositoryId_title: { repositoryId, title: found.title } },
    create: {
      repositoryId,
      title: found.title,
      isFragment: isFragmentTitle(found.title),
      currentText: found.currentText,
    },
    update: {},
    include: { versions: { select: { version: true, hash: true } } },
  });
  const known = new Map(schema.versions.map((row) => [row.version, row.hash]));
  const stored: Stored = { added: 0, unchanged: 0, problems: [] };
  for (const version of found.versions) {
    const hash = sha256(version.text);
    const before = known.get(version.version);
    if (before === hash) stored.unchanged += 1;
    else if (before !== undefined) stored.problems.push(changedVersion(version.path));
    else {
      const problem = await addVersion(tx, schema.id, { ...version, hash });
      if (problem) stored.problems.push(problem);
      else stored.added += 1;
    }
  }
  const latest =
    [...known.keys(), ...found.versions.map((row) => row.version)].sort(compareVersions).at(-1) ?? null;
  if (stored.added > 0 || schema.currentText !== found.currentText || schema.latestVersion !== latest) {
    await tx.schema.update({
      where: { id: schema.id },
      data: { currentText: found.currentText, latestVersion: latest },
    });
    await describeSchema(tx, schema.id);
  }
  return stored;
}

/** Null where the version was added; otherwise why its text cannot be taken. */
async function addVersion(
  tx: Tx,
  schemaId: string,
  found: { version: string; path: string; text: string; hash: string },
): Promise<ImportProblem | null> {
  const { source, findings } = readSource(found.text);
  const error = findings.find((finding) => finding.severity === 'error');
  if (!source || error || found.text.includes('\0')) {
    const line = error?.range?.start.line ?? null;
    const params = error?.params ?? {};
    return { path: found.path, line, reason: error?.rule ?? 'invalid-yaml', params };
  }
  const [major = 0, minor = 0, patch = 0] = found.version.split('.').map(Number);
  await tx.schemaVersion.create({
    data: {
      schemaId,
      version: found.version,
      major,
      minor,
      patch,
      source: 'repository',
      text: found.text,
      hash: found.hash,
    },
  });
  return null;
}

function changedVersion(path: string): ImportProblem {
  return { path, line: null, reason: 'version-changed', params: {} };
}

/** Rewrites what search and the catalogue know of a schema, from its latest version. */
export async function describeSchema(tx: Tx, schemaId: string): Promise<void> {
  const schema = await tx.schema.findUniqueOrThrow({ where: { id: schemaId } });
  const latest = schema.latestVersion
    ? await tx.schemaVersion.findUnique({
        where: { schemaId_version: { schemaId, version: schema.latestVersion } },
        select: { text: true, hash: true },
      })
    : null;
  const value = latest ? readVersion(latest) : null;
  const fields = value ? listFields(value) : [];
  const description = typeof value?.['description'] === 'string' ? value['description'].trim() : '';
  await tx.schema.update({ where: { id: schemaId }, data: { description } });
  await tx.schemaField.deleteMany({ where: { schemaId } });
  await tx.schemaField.createMany({
    data: fields.map((field, position) => toRow(schemaId, field, position)),
  });
  await index(tx, schemaId, { title: schema.title, description, fields });
}

function toRow(schemaId: string, field: Field, position: number) {
  const { pointer, path, name, type, description } = field;
  const origin = field.origin.kind === 'fragment' ? field.origin.uri : null;
  return { schemaId, position, pointer, path, name, type, description, origin };
}

/** Titles weigh most, then descriptions and field names, then what fields say of themselves. */
async function index(
  tx: Tx,
  schemaId: string,
  about: { title: string; description: string; fields: Field[] },
) {
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ');
  const title = words(about.title);
  const names = words(about.fields.map((field) => `${field.path} ${field.name}`).join(' '));
  const texts = words(about.fields.map((field) => field.description ?? '').join(' ')).slice(0, 200_000);
  await tx.$executeRaw`
    UPDATE "schema" SET search_vector =
      setweight(to_tsvector('simple', ${title}), 'A') ||
      setweight(to_tsvector('english', ${about.description}), 'B') ||
      setweight(to_tsvector('simple', ${names}), 'B') ||
      setweight(to_tsvector('english', ${texts}), 'C')
    WHERE id = ${schemaId}::uuid`;
}
