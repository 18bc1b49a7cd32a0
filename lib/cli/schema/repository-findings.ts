import { join } from 'node:path';
import type { Finding } from '@/lib/domain/findings/finding';
import type { Json } from '@/lib/domain/schema/json';
import type { Checkout } from './checkout';
import { pathFrom } from './command';
import { type LocatedFinding, locate, locateProblem } from './located-finding';
import { unsafePatterns } from './unsafe-patterns';

/** Places findings in the files of a repository, shown from the caller's folder. */
export interface FindingPlaces {
  of(path: string): string;
  locate(finding: Finding, path: string): LocatedFinding;
  /** An error about a file, or another node of the tree, as a whole. */
  error(rule: string, path: string, params: Record<string, Json>): LocatedFinding;
}

export function findingPlaces(checkout: Checkout, cwd: string): FindingPlaces {
  const of = (path: string) => pathFrom(cwd, join(checkout.root, path));
  return {
    of,
    locate: (finding, path) => locate(finding, of(path)),
    error: (rule, path, params) => locate({ rule, severity: 'error', path: '', params }, of(path)),
  };
}

/**
 * What keeps files of the repository from being looked at: its configuration, and files that cannot be used; of these
 * only the ones in `asked`, where it is given.
 */
export function readingFindings(
  checkout: Checkout,
  places: FindingPlaces,
  asked: ReadonlySet<string> | null = null,
): LocatedFinding[] {
  const { schemas } = checkout.tree;
  const problems = checkout.tree.problems.filter(({ path }) => asked?.has(path) ?? true);
  const isEmpty = schemas.length === 0 && checkout.tree.problems.length === 0;
  return [
    ...(isEmpty ? [noSchemas(checkout, places)] : []),
    ...checkout.configFindings.map((finding) => places.locate(finding, '.jsonschema-tools.yaml')),
    ...problems.map((problem) => locateProblem(problem, places.of(problem.path))),
  ];
}

/** A check of nothing must not pass for one of everything. */
function noSchemas({ config }: Checkout, places: FindingPlaces): LocatedFinding {
  const { schemaBasePath, currentName } = config;
  return { ...places.error('no-schemas', '', { schemaBasePath, currentName }), severity: 'warning' };
}

/** The same for commands that honour `skipSchemaTestCases`, which takes longer to judge than it takes others to run. */
export function ruleReadingFindings(checkout: Checkout, places: FindingPlaces): LocatedFinding[] {
  const unsafe = unsafePatterns(checkout).map((finding) => places.locate(finding, '.jsonschema-tools.yaml'));
  return [...readingFindings(checkout, places), ...unsafe];
}
