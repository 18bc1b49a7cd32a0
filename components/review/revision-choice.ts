import type { RevisionLine } from '@/lib/contracts/review';

/** The revision to show, and what to compare it with: the version it builds on, or another revision. */
export interface RevisionChoice {
  shown: number;
  compare: 'base' | number;
}

type Search = Record<string, string | string[] | undefined>;

/**
 * Reads the choice from an address. What the address does not say, or names wrongly, is the newest revision compared
 * with its base. Null where there is no revision.
 */
export function readRevisionChoice(
  revisions: readonly RevisionLine[],
  search: Search,
): RevisionChoice | null {
  const newest = revisions[0];
  if (!newest) return null;
  const find = (value: string | string[] | undefined) =>
    revisions.find((revision) => String(revision.number) === value)?.number;
  const shown = find(search['revision']) ?? newest.number;
  const compare = find(search['compare']);
  return { shown, compare: compare === undefined || compare === shown ? 'base' : compare };
}

/** The address of a choice; the newest revision against its base needs no words. */
export function revisionChoiceHref(
  proposal: number,
  { shown, compare }: RevisionChoice,
  newest: number,
): string {
  const search = new URLSearchParams();
  if (shown !== newest) search.set('revision', String(shown));
  if (compare !== 'base') search.set('compare', String(compare));
  const query = search.toString();
  return `/proposals/${proposal}/review${query ? `?${query}` : ''}`;
}
