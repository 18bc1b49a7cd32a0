import { getDb } from '@/lib/adapters/db/client';
import type { SearchResultGroup } from '@/lib/contracts/search';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { proposalStateLabels } from '@/lib/domain/review/proposal-state';
import { requirePermission } from '../session/require-permission';
import { toPrefixQuery } from './search-query';

/** Schemas, fields and proposals for what was typed, the nearest first. */
export async function searchEverything(actor: Actor, typed: string): Promise<SearchResultGroup[]> {
  requirePermission(can(actor, 'read', null));
  const query = toPrefixQuery(typed);
  if (!query) return [];
  const [schemas, fields, proposals] = await Promise.all([
    findSchemas(query),
    findFields(typed),
    findProposals(typed),
  ]);
  return [schemas, fields, proposals].filter((group) => group.items.length > 0);
}

async function findSchemas(query: string): Promise<SearchResultGroup> {
  const rows = await getDb().$queryRaw<{ title: string; latest_version: string | null }[]>`
    SELECT title, latest_version FROM "schema"
    WHERE search_vector @@ (to_tsquery('simple', ${query}) || to_tsquery('english', ${query}))
    ORDER BY ts_rank(search_vector, to_tsquery('simple', ${query})) DESC, title LIMIT 8`;
  const items = rows.map((row) => ({
    label: row.title,
    hint: row.latest_version ?? undefined,
    href: `/catalogue/${row.title}`,
  }));
  return { label: 'Schemas', items };
}

async function findFields(typed: string): Promise<SearchResultGroup> {
  const name = typed.trim();
  const rows = await getDb().schemaField.findMany({
    where: { path: { contains: name, mode: 'insensitive' } },
    include: { schema: { select: { title: true } } },
    orderBy: [{ path: 'asc' }, { schemaId: 'asc' }],
    take: 6,
  });
  const items = rows.map((row) => ({
    label: row.path,
    hint: row.schema.title,
    href: `/catalogue/${row.schema.title}#${encodeURIComponent(row.path)}`,
  }));
  return { label: 'Fields', items };
}

async function findProposals(typed: string): Promise<SearchResultGroup> {
  const number = /^#?(\d{1,9})$/.exec(typed.trim())?.[1];
  const rows = await getDb().proposal.findMany({
    where: number
      ? { number: Number(number) }
      : {
          OR: [
            { schemaTitle: { contains: typed.trim(), mode: 'insensitive' } },
            { summary: { contains: typed.trim(), mode: 'insensitive' } },
          ],
        },
    orderBy: { updatedAt: 'desc' },
    take: 6,
  });
  const items = rows.map((row) => ({
    label: `#${row.number} ${row.summary}`,
    hint: proposalStateLabels[row.state === 'in_review' ? 'in-review' : row.state],
    href: `/proposals/${row.number}`,
  }));
  return { label: 'Proposals', items };
}
