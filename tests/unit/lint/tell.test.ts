import { expect, test } from 'vitest';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import { tell } from '@/lib/domain/findings/tell';

const rule = { title: '', explanation: '', source: '', message: (params: object) => JSON.stringify(params) };

test('a value is told as it is, unless nobody would read it to its end', () => {
  expect(tell(rule, { name: 'a'.repeat(300), count: 2 })).toBe(
    JSON.stringify({ name: 'a'.repeat(300), count: 2 }),
  );
  expect(tell(rule, { names: ['b', 'a'.repeat(301)] })).toBe(
    JSON.stringify({ names: ['b', `${'a'.repeat(300)}…`] }),
  );
});

test('no character is cut in half', () => {
  expect(tell(rule, { name: `${'a'.repeat(299)}😀${'b'.repeat(9)}` })).toBe(
    JSON.stringify({ name: `${'a'.repeat(299)}…` }),
  );
});

test('findings are told so', () => {
  const finding = { severity: 'error', path: '', params: { ref: 'x'.repeat(9_000) } } as const;
  expect(describeFinding({ rule: 'unresolved-ref', ...finding }).length).toBeLessThan(500);
});
