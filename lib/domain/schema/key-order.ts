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
/** Letters, digits and underscores: nearly every name. In English these stand in the order `_`, digits, letters. */
const simple = /^[a-z0-9_]+$/;

/** The order of keys in every file that Assent writes (conformance.md A4). */
export function compareKeys(a: string, b: string): number {
  const left = rank.get(a);
  const right = rank.get(b);
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined) return -1;
  if (right !== undefined) return 1;
  return simple.test(a) && simple.test(b) ? compareSimple(a, b) : collator.compare(a, b);
}

function compareSimple(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return (left === 0x5f ? 0 : left) - (right === 0x5f ? 0 : right);
  }
  return a.length - b.length;
}
