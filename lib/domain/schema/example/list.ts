import { integerBetween, refuse } from './chance';
import { type Generate, isNode, type Node, type Path } from './nodes';

const MAX_ITEMS = 10_000;
const MAX_FAILURES = 100;

/** A list of a schema: as many items as it may have at most, else one or what it must have at least. */
export function listOf(schema: Node, path: Path, generate: Generate): unknown[] {
  const { items, additionalItems, uniqueItems } = schema;
  if (!(items || additionalItems)) {
    const asksForItems = ['minItems', 'maxItems', 'uniqueItems'].some((key) => schema[key] !== undefined);
    return asksForItems ? refuse('items-missing', path) : [];
  }
  if (Array.isArray(items))
    return items.map((item, index) => generate(item, [...path, 'items', String(index)]));
  const sample = items || (isNode(additionalItems) ? additionalItems : {});
  const length = lengthOf(schema);
  if (length > MAX_ITEMS) refuse('too-large', path, 'maxItems');
  const list: unknown[] = [];
  for (let index = 0; index < length; index += 1)
    list.push(generate(sample, [...path, 'items', String(index)]));
  // The made-up ones stand directly under `items`, where a type is not inferred.
  return uniqueItems ? distinct(list, () => generate(sample, [...path, 'items'])) : list;
}

/** How many items a list of a schema gets. */
export function lengthOf(schema: Node): number {
  const minItems = schema['minItems'] as number | undefined;
  const maxItems = schema['maxItems'] as number | undefined;
  const length = integerBetween(minItems ?? 1, maxItems ?? 5);
  return Math.max(Math.round(maxItems || length), minItems || 0);
}

/** Items that repeat are dropped, and made up for as long as something new comes of it. */
function distinct(list: unknown[], make: () => unknown): unknown[] {
  const seen = new Set<string>();
  const kept: unknown[] = [];
  const keep = (item: unknown): boolean => {
    const text = JSON.stringify(item) ?? '';
    if (seen.has(text)) return false;
    seen.add(text);
    kept.push(item);
    return true;
  };
  for (const item of list) keep(item);
  for (let failures = 0; kept.length < list.length && failures < MAX_FAILURES; )
    if (!keep(make())) failures += 1;
  return kept;
}
