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
/** What people can type, in the order of the English collation; a capital after its small letter. */
const typed =
  ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ';
const weights = Array.from({ length: 127 }, (_, code) => typed.indexOf(String.fromCharCode(code)));
const isTyped = /^[ -~]*$/;

let collator: Intl.Collator | null = null;

/** The order of keys in every file that Assent writes (conformance.md A4). */
export function compareKeys(a: string, b: string): number {
  const left = rank.get(a);
  const right = rank.get(b);
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined) return -1;
  if (right !== undefined) return 1;
  if (isTyped.test(a) && isTyped.test(b)) return compareTyped(a, b);
  // Named, so that the order is the same on every machine; made late, because it takes long.
  collator ??= new Intl.Collator('en');
  return collator.compare(a, b);
}

/** The first letters that differ decide; where only capitals do, the first of these. */
function compareTyped(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let byCase = 0;
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    const difference = (weights[left] ?? 0) - (weights[right] ?? 0);
    if ((left ^ right) !== 0x20 || !isLetter(left)) return difference;
    byCase ||= difference;
  }
  return a.length - b.length || byCase;
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
