import type { ProposalListInput } from '@/lib/contracts/proposal-list';

/** The parsed filters of the list. */
export type ListFilters = Pick<ProposalListInput, 'state' | 'text'> & {
  mine: boolean;
  needsMe: boolean;
  page: number;
};

/** The address of the list with some filters changed; the first page, unless another one is asked for. */
export function listHref(filters: ListFilters, change: Partial<ListFilters> = {}): string {
  const { state, text, mine, needsMe, page } = { ...filters, page: 1, ...change };
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (mine) query.set('mine', '1');
  if (needsMe) query.set('needsMe', '1');
  if (text) query.set('text', text);
  if (page > 1) query.set('page', String(page));
  const string = query.toString();
  return string ? `/proposals?${string}` : '/proposals';
}
