import type { Tx } from '@/lib/adapters/db/client';

/** A schema by its title; the repository tells apart schemas of one title in several repositories. */
export interface SchemaPlace {
  repositoryId: string;
  title: string;
}

/**
 * The newest version of a schema that Assent knows: what its repository held when it was last read, and what was
 * approved here since. Null where there is none.
 */
export async function findNewestVersion(
  tx: Tx,
  { repositoryId, title }: SchemaPlace,
): Promise<string | null> {
  const row = await tx.schemaVersion.findFirst({
    where: { schema: { repositoryId, title } },
    orderBy: [{ major: 'desc' }, { minor: 'desc' }, { patch: 'desc' }],
    select: { version: true },
  });
  return row?.version ?? null;
}

/** The newest versions of several schemas at once, by `REPOSITORY_ID TITLE`. */
export async function findNewestVersions(tx: Tx, places: SchemaPlace[]): Promise<Map<string, string>> {
  const newest = new Map<string, string>();
  if (places.length === 0) return newest;
  const rows = await tx.schemaVersion.findMany({
    where: { schema: { title: { in: places.map((place) => place.title) } } },
    orderBy: [{ major: 'asc' }, { minor: 'asc' }, { patch: 'asc' }],
    select: { version: true, schema: { select: { repositoryId: true, title: true } } },
  });
  for (const row of rows) newest.set(placeKey(row.schema), row.version);
  return newest;
}

export function placeKey({ repositoryId, title }: SchemaPlace): string {
  return `${repositoryId} ${title}`;
}
