const first = [
  'title',
  'description',
  '$id',
  '$schema',
  'type',
  'additionalProperties',
  'required',
  'properties',
  'allOf',
  'examples',
];
const rank = new Map(first.map((key, index) => [key, index]));
/** Named, so that the order is the same on every machine; it is the one that a server in English uses. */
const collator = new Intl.Collator('en');

/** The order of keys in every file that Assent writes (conformance.md A4). */
export function compareKeys(a: string, b: string): number {
  const left = rank.get(a);
  const right = rank.get(b);
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined) return -1;
  if (right !== undefined) return 1;
  return collator.compare(a, b);
}
