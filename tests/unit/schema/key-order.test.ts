import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from '@/lib/domain/schema/key-order';

const collator = new Intl.Collator('en');
const simpleName = fc.stringMatching(/^[a-z0-9_]{1,8}$/);
const anyName = fc.oneof(simpleName, fc.string({ unit: 'grapheme', maxLength: 6 }));

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
