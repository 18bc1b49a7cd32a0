import fc from 'fast-check';
import { expect } from 'vitest';
import { judge, runAssent, runOracle } from './agreement';
import { Oracle } from './oracle';
import { materializeCase } from './schema-arbitraries';

export interface Tally {
  same: number;
  'both-refuse': number;
  stricter: number;
}

/** Runs generated cases through Assent and jsonschema-tools; fails with the smallest case on which they differ. */
export async function assertAgreement(runs: number, seed: number): Promise<Tally> {
  const oracle = new Oracle();
  const tally: Tally = { same: 0, 'both-refuse': 0, stricter: 0 };
  try {
    const property = fc.asyncProperty(materializeCase, async (testCase) => {
      const verdict = judge(runAssent(testCase), await runOracle(oracle, testCase));
      tally[verdict.outcome] += 1;
      expect(verdict.disagreement).toBeNull();
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: process.env['ASSENT_SHRINK'] === '0' });
  } finally {
    oracle.stop();
  }
  return tally;
}
