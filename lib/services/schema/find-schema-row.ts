import { getDb } from '@/lib/adapters/db/client';

const byPerson = { select: { person: { select: { name: true } } } } as const;

/**
 * A schema with its versions and who brought each about. Where several repositories hold the title, the named one's,
 * else the default repository's. Null where none has it.
 */
export async function findSchemaRow(title: string, repositoryName?: string) {
  const rows = await getDb().schema.findMany({
    where: { title, ...(repositoryName ? { repository: { name: repositoryName } } : {}) },
    include: {
      repository: true,
      versions: {
        include: {
          export: { select: { state: true } },
          proposal: {
            select: {
              number: true,
              summary: true,
              author: { select: { name: true } },
              reviews: { where: { verdict: 'approve' }, ...byPerson },
              signOffs: byPerson,
            },
          },
        },
      },
    },
    orderBy: [{ repository: { isDefault: 'desc' } }, { repository: { createdAt: 'asc' } }],
  });
  return rows[0] ?? null;
}

export type SchemaRow = NonNullable<Awaited<ReturnType<typeof findSchemaRow>>>;
export type VersionRow = SchemaRow['versions'][number];
