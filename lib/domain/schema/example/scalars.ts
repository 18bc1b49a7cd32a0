import { integerBetween, numberBetween, refuse } from './chance';
import { cast, lengthsOf, type Lengths } from './cast';
import { textOfFormat } from './formats';
import type { Node, Path } from './nodes';

const DEFAULT_MIN = -100_000_000;
const DEFAULT_MAX = 100_000_000;
/** The word that every draw from the generator's Lorem ipsum gives. */
export const WORD = 'dolor';
/** The name that the one member of a map gets: the word, and what `_?[_a-f\d]{1,3}` gives. */
export const NAME_OF_MEMBER = 'dolorb';

/** A number of a schema; not a number where its bounds leave none, or its step is no number. */
export function numberOf(schema: Node, path: Path, step = schema['multipleOf']): number {
  const hasStep = Boolean(step);
  const multiple = hasStep ? Number(step) : 0;
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number };
  // Null counts as zero.
  let min = minimum === undefined ? DEFAULT_MIN : Number(minimum);
  let max = maximum === undefined ? DEFAULT_MAX : Number(maximum);
  if (hasStep) {
    max = Math.floor(max / multiple) * multiple;
    min = Math.ceil(min / multiple) * multiple;
  }
  if (schema['exclusiveMinimum'] && min === minimum) min += multiple || 1;
  if (schema['exclusiveMaximum'] && max === maximum) max -= multiple || 1;
  if (min > max) return Number.NaN;
  return hasStep ? multipleBetween({ min, max, step: multiple }, path) : numberBetween(min, max);
}

function multipleBetween({ min, max, step }: { min: number; max: number; step: number }, path: Path): number {
  if (!String(step).includes('.')) {
    let value = integerBetween(Math.floor(min / step), Math.floor(max / step)) * step;
    for (let turns = 0; value < min; turns += 1) {
      if (turns > 1_000 || value + step === value) refuse('never-ends', path, 'multipleOf');
      value += step;
    }
    return value;
  }
  const value = integerBetween(0, (max - min) / step) * step;
  // Upstream draws again until the division comes out even, and always draws the same.
  if ((value / step) % 1 !== 0) refuse('never-ends', path, 'multipleOf');
  return min + value;
}

export function integerOf(schema: Node, path: Path): number {
  return numberOf(schema, path, 'multipleOf' in schema ? schema['multipleOf'] : 1);
}

export function textOf(schema: Node, path: Path): unknown {
  // A pattern that is a text never comes here.
  if (!schema['format'] && schema['pattern']) refuse('pattern', path, String(schema['pattern']));
  const text = schema['format'] ? textOfFormat(schema['format'], path) : loremOf(lengthsOf(schema), path);
  return cast(text, 'string', { schema, path });
}

function loremOf({ min, max }: Lengths, path: Path): string {
  const lowest = Math.max(0, min);
  const limit = integerBetween(lowest, max);
  if (lowest > 1_000_000) refuse('too-large', path, 'minLength');
  let text = WORD;
  while (text.length < lowest) text += WORD;
  return text.length > limit ? text.slice(0, Math.max(0, limit)) : text;
}
