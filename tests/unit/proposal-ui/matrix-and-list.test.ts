import { describe, expect, test } from 'vitest';
import { listHref } from '@/components/proposal/list/list-href';
import { buildMatrix } from '@/components/proposal/overview/build-matrix';
import { proposalListInput } from '@/lib/contracts/proposal-list';
import { listFields } from '@/lib/domain/schema/fields';

const fields = listFields(
  {
    properties: {
      meta: { type: 'object', properties: { dt: { type: 'string' } } },
      action: { type: 'string' },
      page: { type: 'object', properties: { page_id: { type: 'integer' } } },
      rate: { type: 'number' },
      old: { type: 'string' },
    },
  },
  new Map(),
);
const pointers = (...names: string[]) => names.map((name) => `/properties/${name}`);

describe('buildMatrix', () => {
  const rows = buildMatrix({
    fields,
    changedFieldPointers: pointers('meta/properties/dt', 'action', 'page/properties/page_id', 'rate'),
    metrics: [
      { id: '1', name: 'Views', definition: 'd', fieldPointers: pointers('page') },
      { id: '2', name: 'Lost', definition: 'd', fieldPointers: pointers('gone') },
    ],
    controlPointers: pointers('rate'),
  });
  const row = (path: string) => rows.find((one) => one.path === path);

  test('shows what the proposal changes or a metric names, and no envelope', () => {
    expect(rows.map((one) => one.path)).toEqual(['action', 'page', 'page.page_id', 'rate', 'gone']);
  });

  test('a field is served by naming what holds it', () => {
    expect(row('page.page_id')).toMatchObject({ serves: [true, false], servesNothing: false });
  });

  test('says which field serves nothing, which controls, and which is gone', () => {
    expect(row('action')).toMatchObject({ serves: [false, false], servesNothing: true });
    expect(row('rate')).toMatchObject({ isControl: true, servesNothing: false });
    expect(row('gone')).toMatchObject({ serves: [false, true], isGone: true });
  });
});

describe('listHref', () => {
  const filters = { state: 'in-review', text: 'a & b', mine: true, needsMe: false, page: 3 } as const;

  test('reads back as the filters it was made of', () => {
    const query = new URL(listHref(filters, { page: 3 }), 'http://localhost').searchParams;
    expect(proposalListInput.parse(Object.fromEntries(query))).toEqual(filters);
  });

  test('another filter leads to the first page, and no filter to the plain address', () => {
    expect(listHref(filters, { mine: false })).not.toContain('page=');
    expect(listHref({ mine: false, needsMe: false, page: 1 })).toBe('/proposals');
  });
});
