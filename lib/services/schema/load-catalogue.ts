import { getDb } from '@/lib/adapters/db/client';
import { Prisma } from '@/lib/adapters/db/generated/client';
import type { Catalogue, CatalogueInput, SchemaLine } from '@/lib/contracts/catalogue';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { toPrefixQuery } from '../search/search-query';
import { requirePermission } from '../session/require-permission';

const pageSize = 40;

interface Row {
  id: string;
  title: string;
  is_fragment: boolean;
  description: string;
  latest_version: string | null;
  repository: string;
  versions: bigint;
  fields: bigint;
  total: bigint;
}

/** The schemas that match, best first; all of them by title where nothing is searched for. */
export async function loadCatalogue(actor: Actor, input: CatalogueInput): Promise<Catalogue> {
  requirePermission(can(actor, 'read', null));
  const query = toPrefixQuery(input.q);
  const rows = await findRows(input, query);
  const total = Number(rows[0]?.total ?? 0n);
  const matches = query ? await findMatches(rows, input.q) : new Map<string, SchemaLine['matches']>();
  const repositories = await getDb().schemaRepository.findMany({
    orderBy: { name: 'asc' },
    select: { name: true },
  });
  return {
    items: rows.map((row) => toLine(row, matches.get(row.id) ?? [])),
    total,
    page: input.page,
    pageCount: Math.max(1, Math.ceil(total / pageSize)),
    repositories: repositories.map(({ name }) => name),
  };
}

function findRows(input: CatalogueInput, query: string | null): Promise<Row[]> {
  const conditions = [Prisma.sql`TRUE`];
  if (query) {
    conditions.push(
      Prisma.sql`s.search_vector @@ (to_tsquery('simple', ${query}) || to_tsquery('english', ${query}))`,
    );
  }
  if (input.repository) conditions.push(Prisma.sql`r.name = ${input.repository}`);
  if (input.kind) conditions.push(Prisma.sql`s.is_fragment = ${input.kind === 'fragment'}`);
  const rank = query
    ? Prisma.sql`ts_rank(s.search_vector, to_tsquery('simple', ${query})) DESC,`
    : Prisma.empty;
  return getDb().$queryRaw<Row[]>`
    SELECT s.id, s.title, s.is_fragment, s.description, s.latest_version, r.name AS repository,
      (SELECT count(*) FROM schema_version v WHERE v.schema_id = s.id) AS versions,
      (SELECT count(*) FROM schema_field f WHERE f.schema_id = s.id) AS fields,
      count(*) OVER () AS total
    FROM "schema" s JOIN schema_repository r ON r.id = s.repository_id
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY ${rank} s.title, r.name
    LIMIT ${pageSize} OFFSET ${(input.page - 1) * pageSize}`;
}

/** Fields that have one of the words in their path or description, so that a result says why it is one. */
async function findMatches(rows: Row[], typed: string): Promise<Map<string, SchemaLine['matches']>> {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const fields = await getDb().schemaField.findMany({
    where: {
      schemaId: { in: rows.map((row) => row.id) },
      OR: words.flatMap((word) => [
        { path: { contains: word, mode: 'insensitive' as const } },
        { description: { contains: word, mode: 'insensitive' as const } },
      ]),
    },
    orderBy: { position: 'asc' },
    select: { schemaId: true, path: true, description: true },
  });
  const matches = new Map<string, SchemaLine['matches']>();
  for (const { schemaId, path, description } of fields) {
    const list = matches.get(schemaId) ?? [];
    if (list.length < 4) list.push({ path, description });
    matches.set(schemaId, list);
  }
  return matches;
}

function toLine(row: Row, matches: SchemaLine['matches']): SchemaLine {
  return {
    title: row.title,
    repositoryName: row.repository,
    isFragment: row.is_fragment,
    description: row.description.split(/\n\s*\n/)[0]?.trim() ?? '',
    latestVersion: row.latest_version,
    versionCount: Number(row.versions),
    fieldCount: Number(row.fields),
    matches,
  };
}
