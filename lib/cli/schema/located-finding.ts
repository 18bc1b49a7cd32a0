import type { Finding, Severity } from '@/lib/domain/findings/finding';
import type { RepositoryProblem } from '@/lib/domain/repository/parse-repository-tree';
import type { Json } from '@/lib/domain/schema/json';

/** A finding with the file it is about: what every output format prints. */
export interface LocatedFinding {
  /** From the folder in which the command was called, `.` for that itself, or absolute outside of it. With `/`. */
  file: string;
  /** Count from 1; 1 where the finding is about the file as a whole. */
  line: number;
  column: number;
  rule: string;
  severity: Severity;
  /** JSON Pointer into the schema; empty where the finding is about the file as a whole. */
  path: string;
  params: Record<string, Json>;
}

/** Places a finding in its file. */
export function locate(finding: Finding, file: string): LocatedFinding {
  const { rule, severity, path, params } = finding;
  const { line, column } = finding.range?.start ?? { line: 1, column: 1 };
  return { file, line, column, rule, severity, path, params };
}

/** A file that cannot be used is an error of its own. */
export function locateProblem({ line, reason, params }: RepositoryProblem, file: string): LocatedFinding {
  return { file, line: line ?? 1, column: 1, rule: reason, severity: 'error', path: '', params };
}

/** In the order in which a reader goes through the files. */
export function sortFindings(findings: readonly LocatedFinding[]): LocatedFinding[] {
  return [...findings].sort(
    (one, other) =>
      compareTexts(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column ||
      compareTexts(one.rule, other.rule),
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
