import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from '@/lib/domain/schema/key-order';

const collator = new Intl.Collator('en');
const simpleName = fc.stringMatching(/^[a-z0-9_]{1,8}$/);
const typedName = fc.string({ unit: fc.constantFrom(...'aAbBzZ_-$0 .~[`^'), maxLength: 6 });
const anyName = fc.oneof(simpleName, typedName, fc.string({ unit: 'grapheme', maxLength: 6 }));

test('names come in the order of the English collation, whatever they are made of', () => {
  const reserved = new Set(['title', 'type', 'required', 'examples', 'allOf', 'description', 'properties']);
  fc.assert(
    fc.property(anyName, anyName, (one, other) => {
      fc.pre(!reserved.has(one) && !reserved.has(other));
      expect(Math.sign(compareKeys(one, other))).toBe(Math.sign(collator.compare(one, other)));
    }),
    { numRuns: 3000 },
  );
});

test('every two characters that can be typed stand in that order, alone and within a name', () => {
  const characters = Array.from({ length: 95 }, (_, at) => String.fromCharCode(at + 32));
  for (const one of characters) {
    for (const other of characters) {
      for (const [left, right] of [
        [one, other],
        [`${one}a`, `${other}B`],
        [`x${one}`, `X${other}`],
      ] as const) {
        expect([left, right, Math.sign(compareKeys(left, right))]).toEqual([
          left,
          right,
          Math.sign(collator.compare(left, right)),
        ]);
      }
    }
  }
});
