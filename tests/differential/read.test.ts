import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disagreementOn, yamlText } from './read-agreement';

const runs = Number(process.env['ASSENT_DIFFERENTIAL_RUNS'] ?? 200_000);
const seed = Number(process.env['ASSENT_DIFFERENTIAL_SEED'] ?? 20_250_101);

test('generated texts are read as js-yaml 3 reads them', () => {
  fc.assert(
    fc.property(yamlText, (text) => {
      expect(disagreementOn(text)).toBeNull();
    }),
    { numRuns: runs, seed },
  );
});
