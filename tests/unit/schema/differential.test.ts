import { expect, test } from 'vitest';
import { assertAgreement } from '../../differential/assert-agreement';

const runs = Number(process.env['ASSENT_DIFFERENTIAL_RUNS'] ?? 500);

test('generated schemas materialize to the bytes that jsonschema-tools writes', async () => {
  const tally = await assertAgreement(runs, 42);
  expect(tally.same).toBeGreaterThan(runs * 0.4);
}, 300_000);
