/**
 * What a scalar without quotes means: the YAML 1.1 core types as js-yaml 3 reads them.
 * The writer asks the same question to know which strings need quotes.
 */

const FLOAT =
  /^(?:[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const BINARY = /^[-+]?0b[01_]*[01]$/;
const HEXADECIMAL = /^[-+]?0x[0-9A-Fa-f_]*[0-9A-Fa-f]$/;
const OCTAL = /^[-+]?0[0-7_]*[0-7]$/;
const DECIMAL = /^[-+]?(?:0|[1-9]|[1-9][0-9_]*[0-9])$/;
const SEXAGESIMAL = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const TIMESTAMP =
  /^([0-9]{4})-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \t]+)([0-9][0-9]?):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?(?:[ \t]*(Z|([-+])([0-9][0-9]?)(?::([0-9]{2}))?))?$/;

const NULLS = new Set(['~', 'null', 'Null', 'NULL']);
const TRUES = new Set(['true', 'True', 'TRUE']);
const FALSES = new Set(['false', 'False', 'FALSE']);

/** `False` */
const LONGEST_WORD = 5;
/** What an integer nearly always looks like. */
const USUAL = /^-?[1-9][0-9]{0,14}$/;

export type ImplicitType = 'null' | 'bool' | 'int' | 'float' | 'timestamp' | 'merge';

/** The type that a plain scalar has by its looks; null for a string. */
export function implicitTypeOf(text: string): ImplicitType | null {
  const first = text.charCodeAt(0);
  // Numbers and dates start with a digit, a sign or a point: most strings need no further look.
  if (!((first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e))
    return wordType(text);
  if (isInteger(text)) return 'int';
  if (FLOAT.test(text) && !text.endsWith('_')) return 'float';
  if (DATE.test(text) || TIMESTAMP.test(text)) return 'timestamp';
  return null;
}

function wordType(text: string): 'null' | 'bool' | 'merge' | null {
  if (text.length > LONGEST_WORD) return null;
  if (NULLS.has(text)) return 'null';
  if (TRUES.has(text) || FALSES.has(text)) return 'bool';
  return text === '<<' ? 'merge' : null;
}

function isInteger(text: string): boolean {
  return (
    USUAL.test(text) ||
    DECIMAL.test(text) ||
    BINARY.test(text) ||
    HEXADECIMAL.test(text) ||
    OCTAL.test(text) ||
    SEXAGESIMAL.test(text)
  );
}

export function booleanOf(text: string): boolean {
  return TRUES.has(text);
}

/** The number of a scalar whose type is `int`. */
export function integerOf(text: string): number {
  if (USUAL.test(text)) return Number(text);
  const digits = text.replaceAll('_', '');
  const sign = digits.startsWith('-') ? -1 : 1;
  const bare = digits.replace(/^[-+]/, '');
  if (bare === '0') return 0;
  if (bare.startsWith('0b')) return sign * Number.parseInt(bare.slice(2), 2);
  if (bare.startsWith('0x')) return sign * Number.parseInt(bare, 16);
  if (bare.startsWith('0')) return sign * Number.parseInt(bare, 8);
  if (bare.includes(':')) return sign * sexagesimalOf(bare);
  return sign * Number.parseInt(bare, 10);
}

/** The number of a scalar whose type is `float`; may be infinite or not a number, which JSON cannot say. */
export function floatOf(text: string): number {
  const digits = text.replaceAll('_', '').toLowerCase();
  const sign = digits.startsWith('-') ? -1 : 1;
  const bare = digits.replace(/^[-+]/, '');
  if (bare === '.inf') return sign * Number.POSITIVE_INFINITY;
  if (bare === '.nan') return Number.NaN;
  if (bare.includes(':')) return sign * sexagesimalOf(bare);
  return sign * Number.parseFloat(bare);
}

function sexagesimalOf(text: string): number {
  let value = 0;
  let base = 1;
  for (const part of text.split(':').reverse()) {
    value += Number.parseFloat(part) * base;
    base *= 60;
  }
  return value;
}

/** The moment that a timestamp names, in ISO 8601 and UTC; null where there is no such moment. */
export function timestampOf(text: string): string | null {
  const date = DATE.exec(text);
  if (date) return toIso(Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])));
  const parts = TIMESTAMP.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as number[];
  const fraction = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const zone = (Number(parts[10] ?? 0) * 60 + Number(parts[11] ?? 0)) * 60_000;
  const offset = parts[9] === '-' ? -zone : zone;
  const utc = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0, fraction);
  return toIso(utc - offset);
}

function toIso(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null;
}
