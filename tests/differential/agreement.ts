import type { Json } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { serializeJson } from '@/lib/domain/schema/serialize-json';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';
import { defaultMaterializeOptions } from '@/lib/domain/schema/types';
import type { Finding } from '@/lib/domain/findings/finding';
import type { Oracle, OracleResult } from './oracle';
import type { Case } from './schema-arbitraries';

/** What Assent makes of a case. */
export type Outcome =
  | { kind: 'written'; yaml: string; json: string }
  | { kind: 'refused'; findings: Finding[] };

/** How the two compare; `disagreement` says what is wrong. */
export interface Verdict {
  outcome: 'same' | 'both-refuse' | 'stricter';
  disagreement: string | null;
}

/** Reasons for which Assent refuses what upstream writes: its result would not be certain, or not readable. */
const mayRefuse = new Set([
  'reserved-name',
  // Upstream takes a stack that ended in a circle for a combination of `anyOf` that contradicts itself.
  'cyclic-ref',
  'matches-nothing',
  'schema-too-large',
  'value-not-in-json',
  'unquoted-timestamp',
]);
const mayRefuseExample = new Set(['clock', 'time-zone', 'generator-keyword', 'unsafe-pattern', 'too-large']);

export function runAssent(testCase: Case): Outcome {
  const { source, findings } = readSource(JSON.stringify(testCase.schema));
  if (!source || findings.length > 0) return { kind: 'refused', findings };
  const options = { ...defaultMaterializeOptions, shouldGenerateExample: testCase.shouldGenerateExample };
  // Whoever materializes one schema after the other gives the same fragments each time: nobody may change them.
  const fragments = new Map<string, Json | undefined>();
  for (const [uri, fragment] of Object.entries(testCase.fragments))
    fragments.set(uri, deepFreeze(JSON.parse(JSON.stringify(fragment)) as Json));
  const lookup = (uri: string) => fragments.get(uri);
  const result = materialize(source, lookup, options);
  if (!result.schema) return { kind: 'refused', findings: result.findings };
  return { kind: 'written', yaml: serializeYaml(result.schema), json: serializeJson(result.schema) };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const child of Object.values(value)) deepFreeze(child);
  return Object.freeze(value);
}

export async function runOracle(oracle: Oracle, testCase: Case): Promise<OracleResult> {
  const fragments = Object.fromEntries(
    Object.entries(testCase.fragments).map(([uri, schema]) => [uri, JSON.stringify(schema)]),
  );
  const { shouldGenerateExample } = testCase;
  return oracle.run({ text: JSON.stringify(testCase.schema), fragments, options: { shouldGenerateExample } });
}

/** Compares what both made of a case. */
export function judge(ours: Outcome, theirs: OracleResult): Verdict {
  if (theirs.kind === 'written' && ours.kind === 'written') {
    if (ours.yaml !== theirs.yaml) return wrong(`YAML differs:\n${ours.yaml}\n--- upstream\n${theirs.yaml}`);
    if (ours.json !== theirs.json) return wrong(`JSON differs:\n${ours.json}\n--- upstream\n${theirs.json}`);
    return { outcome: 'same', disagreement: null };
  }
  if (ours.kind === 'refused' && theirs.kind !== 'written')
    return { outcome: 'both-refuse', disagreement: null };
  if (ours.kind === 'written') {
    const why = theirs.kind === 'hang' ? 'hangs' : theirs.kind === 'error' ? theirs.message : '';
    return wrong(`upstream fails (${why}), Assent writes:\n${ours.yaml}`);
  }
  const isKnown = ours.findings.every(
    ({ rule, params }) =>
      mayRefuse.has(rule) ||
      (rule === 'example-impossible' && mayRefuseExample.has(String(params['reason']))),
  );
  if (isKnown) return { outcome: 'stricter', disagreement: null };
  const written = theirs.kind === 'written' ? theirs.yaml : '';
  return wrong(`Assent refuses ${JSON.stringify(ours.findings)}, upstream writes:\n${written}`);
}

function wrong(disagreement: string): Verdict {
  return { outcome: 'same', disagreement };
}
