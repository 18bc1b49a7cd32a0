import { expect, test } from 'vitest';
import { assertAgreement } from './assert-agreement';

const runs = Number(process.env['ASSENT_DIFFERENTIAL_RUNS'] ?? 20_000);
const seed = Number(process.env['ASSENT_DIFFERENTIAL_SEED'] ?? 20_250_101);

test('generated schemas materialize to the bytes that jsonschema-tools writes', async () => {
  const tally = await assertAgreement(runs, seed);
  console.info(
    `same bytes ${tally.same}, both refuse ${tally['both-refuse']}, Assent stricter ${tally.stricter}`,
  );
  // The grammar must not drift towards cases that say nothing.
  expect(tally.same).toBeGreaterThan(runs * 0.4);
  expect(tally.stricter).toBeLessThan(runs * 0.1);
});
