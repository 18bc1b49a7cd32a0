import {
  anyUnit,
  type CharacterSet,
  classEscape,
  complementOf,
  dotSet,
  unionOf,
  unitSet,
} from './character-set';

/** A regular expression as a tree. Assertions (`^`, `$`, `\b`, lookaround) match nothing and are kept apart. */
export type PatternNode =
  | { kind: 'set'; set: CharacterSet }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'choice'; branches: PatternNode[] }
  | { kind: 'repeat'; body: PatternNode; min: number; max: number }
  | { kind: 'assertion'; start: boolean; body: PatternNode | null };

interface Reader {
  text: string;
  at: number;
}

class UnsupportedPattern extends Error {}

/**
 * Parses a pattern that `new RegExp` accepts without flags; null where it uses what this reading does not follow
 * (back-references) or is nested too deep.
 */
export function parsePattern(text: string): PatternNode | null {
  const reader: Reader = { text, at: 0 };
  try {
    const node = readChoice(reader, 0);
    return reader.at === text.length ? node : null;
  } catch (error) {
    if (error instanceof UnsupportedPattern) return null;
    throw error;
  }
}

function peek(reader: Reader): string {
  return reader.text.charAt(reader.at);
}

function eat(reader: Reader, expected: string): boolean {
  if (!reader.text.startsWith(expected, reader.at)) return false;
  reader.at += expected.length;
  return true;
}

function readChoice(reader: Reader, depth: number): PatternNode {
  if (depth > 50) throw new UnsupportedPattern();
  const branches = [readSequence(reader, depth)];
  while (eat(reader, '|')) branches.push(readSequence(reader, depth));
  return branches.length === 1 && branches[0] ? branches[0] : { kind: 'choice', branches };
}

function readSequence(reader: Reader, depth: number): PatternNode {
  const parts: PatternNode[] = [];
  while (reader.at < reader.text.length && peek(reader) !== '|' && peek(reader) !== ')') {
    parts.push(readQuantifier(reader, readAtom(reader, depth)));
  }
  return { kind: 'sequence', parts };
}

function readQuantifier(reader: Reader, body: PatternNode): PatternNode {
  const bounds = readBounds(reader);
  if (!bounds) return body;
  eat(reader, '?');
  return { kind: 'repeat', body, ...bounds };
}

function readBounds(reader: Reader): { min: number; max: number } | null {
  if (eat(reader, '*')) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (eat(reader, '+')) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (eat(reader, '?')) return { min: 0, max: 1 };
  const counted = /^\{(\d+)(,(\d*))?\}/.exec(reader.text.slice(reader.at, reader.at + 30));
  if (!counted) return null;
  reader.at += counted[0].length;
  const min = Number(counted[1]);
  if (counted[2] === undefined) return { min, max: min };
  return { min, max: counted[3] ? Number(counted[3]) : Number.POSITIVE_INFINITY };
}

function readAtom(reader: Reader, depth: number): PatternNode {
  const character = peek(reader);
  reader.at += 1;
  switch (character) {
    case '^':
      return { kind: 'assertion', start: true, body: null };
    case '$':
      return { kind: 'assertion', start: false, body: null };
    case '.':
      return { kind: 'set', set: dotSet };
    case '(':
      return readGroup(reader, depth);
    case '[':
      return { kind: 'set', set: readClass(reader) };
    case '\\':
      return readEscape(reader);
    default:
      return { kind: 'set', set: unitSet(character.charCodeAt(0)) };
  }
}

function readGroup(reader: Reader, depth: number): PatternNode {
  const opening = /^\?(?:[:=!]|<[=!]|<[^>]*>)/.exec(reader.text.slice(reader.at, reader.at + 100))?.[0] ?? '';
  reader.at += opening.length;
  const body = readChoice(reader, depth + 1);
  if (!eat(reader, ')')) throw new UnsupportedPattern();
  return /^\?<?[=!]$/.test(opening) ? { kind: 'assertion', start: false, body } : body;
}

function readEscape(reader: Reader): PatternNode {
  const letter = peek(reader);
  if (/[1-9k]/.test(letter)) throw new UnsupportedPattern();
  if (letter === 'b' || letter === 'B') {
    reader.at += 1;
    return { kind: 'assertion', start: false, body: null };
  }
  return { kind: 'set', set: readEscapedSet(reader) };
}

const controlEscapes: Record<string, number> = { n: 10, r: 13, t: 9, v: 11, f: 12 };

function readEscapedSet(reader: Reader): CharacterSet {
  const letter = peek(reader);
  reader.at += 1;
  const known = classEscape(letter);
  if (known) return known;
  const hex = /^(?:x[0-9a-f]{2}|u[0-9a-f]{4})/i.exec(reader.text.slice(reader.at - 1, reader.at + 4))?.[0];
  if (hex && (letter === 'x' || letter === 'u')) {
    reader.at += hex.length - 1;
    return unitSet(Number.parseInt(hex.slice(1), 16));
  }
  // `\cX` may stand for several things: the largest set is the careful reading.
  if (letter === 'c') return anyUnit;
  if (/[0-7]/.test(letter)) return readOctal(reader);
  const control = Object.hasOwn(controlEscapes, letter) ? controlEscapes[letter] : undefined;
  return unitSet(control ?? letter.charCodeAt(0));
}

function readOctal(reader: Reader): CharacterSet {
  const octal = /^[0-7]{1,3}/.exec(reader.text.slice(reader.at - 1, reader.at + 2))?.[0] ?? '0';
  reader.at += octal.length - 1;
  return unitSet(Number.parseInt(octal, 8) & 0xff);
}

function readClass(reader: Reader): CharacterSet {
  const negated = eat(reader, '^');
  const sets: CharacterSet[] = [];
  while (peek(reader) !== ']') {
    if (reader.at >= reader.text.length) throw new UnsupportedPattern();
    const from = readClassMember(reader);
    if (peek(reader) === '-' && reader.text.charAt(reader.at + 1) !== ']') {
      reader.at += 1;
      sets.push(rangeOf(from, readClassMember(reader)));
    } else {
      sets.push(from);
    }
  }
  reader.at += 1;
  const set = unionOf(sets);
  return negated ? complementOf(set) : set;
}

function readClassMember(reader: Reader): CharacterSet {
  const character = peek(reader);
  reader.at += 1;
  if (character !== '\\') return unitSet(character.charCodeAt(0));
  if (peek(reader) === 'b') {
    reader.at += 1;
    return unitSet(8);
  }
  return readEscapedSet(reader);
}

/** `a-z`; where one end is a class (`\w-z`), the hyphen stands for itself. */
function rangeOf(from: CharacterSet, to: CharacterSet): CharacterSet {
  const [first] = from;
  const [last] = to;
  const single = from.length === 1 && to.length === 1 && first?.[0] === first?.[1] && last?.[0] === last?.[1];
  if (single && first && last) return [[first[0], last[0]]];
  return unionOf([from, to, unitSet(0x2d)]);
}
