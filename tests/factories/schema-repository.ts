import type { Db } from '@/lib/adapters/db/client';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { isFragmentTitle } from '@/lib/domain/schema/schema-id';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';
import type { SchemaLookup } from '@/lib/domain/schema/types';
import { defaultMaterializeOptions } from '@/lib/domain/schema/types';
import { sha256 } from '@/lib/platform/hash';

let count = 0;

/** A schema repository as an import would have left it, without any git behind it. */
export async function createRepository(
  db: Db,
  configText = 'contentTypes: [yaml]\n',
): Promise<{ id: string }> {
  count += 1;
  const name = `repository-${process.pid}-${count}`;
  return db.schemaRepository.create({
    data: { name, url: `/nowhere/${name}.git`, isDefault: count === 1, configText },
  });
}

/** A version of a schema as its repository would hold it, made from a source; it becomes the latest. */
export async function addVersion(
  db: Db,
  repositoryId: string,
  { source, version, lookup = () => undefined }: { source: string; version: string; lookup?: SchemaLookup },
): Promise<void> {
  const read = readSource(source).source;
  if (!read) throw new Error('The source cannot be read.');
  const { schema } = materialize(read, lookup, defaultMaterializeOptions);
  if (!schema) throw new Error('The source cannot be materialized.');
  const title = String(schema['title']);
  const text = serializeYaml(schema);
  const row = await db.schema.upsert({
    where: { repositoryId_title: { repositoryId, title } },
    create: {
      repositoryId,
      title,
      isFragment: isFragmentTitle(title),
      currentText: source,
      latestVersion: version,
    },
    update: { currentText: source, latestVersion: version },
  });
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  await db.schemaVersion.create({
    data: { schemaId: row.id, version, major, minor, patch, source: 'repository', text, hash: sha256(text) },
  });
}
