import type { PrivacyField } from '@/lib/contracts/privacy';

export type FieldFilter = 'undecided' | 'changed' | 'own' | 'inherited' | 'all';

const tests: Record<FieldFilter, (field: PrivacyField) => boolean> = {
  undecided: (field) => field.toDecide && field.decision === null,
  changed: (field) => field.toDecide,
  own: (field) => field.origin === null,
  inherited: (field) => field.origin !== null,
  all: () => true,
};

/** The fields of a filter whose path, type or description holds the text, in the order of the schema. */
export function filterFields(
  fields: readonly PrivacyField[],
  filter: FieldFilter,
  search: string,
): PrivacyField[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return fields.filter((field) => {
    if (!tests[filter](field)) return false;
    const text = `${field.path} ${field.type} ${field.description ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** How many fields each filter has. */
export function countFilters(fields: readonly PrivacyField[]): Record<FieldFilter, number> {
  const count = (filter: FieldFilter) => fields.filter(tests[filter]).length;
  return {
    undecided: count('undecided'),
    changed: count('changed'),
    own: count('own'),
    inherited: count('inherited'),
    all: fields.length,
  };
}

/** The filter to begin with: what waits for a decision, else what the proposal changes, else everything. */
export function firstFilter(fields: readonly PrivacyField[]): FieldFilter {
  const counts = countFilters(fields);
  if (counts.undecided > 0) return 'undecided';
  return counts.changed > 0 ? 'changed' : 'all';
}
