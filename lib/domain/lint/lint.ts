import type { Finding, Range } from '../findings/finding';
import { createLintContext, type LintContext } from './context';
import type { SchemaSource } from '../schema/types';
import type { LintInput } from './lint-input';
import type { LintRule, Report } from './rule';
import { rules } from './rules';
import { skippedRules } from './skipped-rules';

/**
 * Checks a schema against every rule. Gives the findings in the order of their places in the source; a place that a
 * fragment brings in is marked at the `$ref` that brings it. An empty list means that nothing is wrong.
 *
 * The rules that carry upstream's names give upstream's verdict (conformance.md B2): a finding if and only if
 * jsonschema-tools' test of that name fails. The time is linear in the number of fields.
 */
export function lintSchema(input: LintInput): Finding[] {
  const context = createLintContext(input);
  const skipped = skippedRules(idOf(input), input.skipSchemaTestCases);
  const findings = new Map<string, Finding>();
  for (const rule of rules) {
    if (input.ignoredRules?.has(rule.name) || (rule.upstream && skipped.has(rule.name))) continue;
    for (const report of rule.check(context)) {
      const finding = toFinding(rule, report, context);
      const identity = `${finding.rule}\n${finding.subject}\n${finding.path}\n${JSON.stringify(finding.params)}`;
      if (!findings.has(identity)) findings.set(identity, finding);
    }
  }
  return [...findings.values()].sort(byPlace);
}

function idOf(input: LintInput): string {
  const id = input.source.value.$id;
  return typeof id === 'string' ? id : '';
}

function toFinding(rule: LintRule, report: Report, context: LintContext): Finding {
  const { place, range } = locate(report, context);
  const finding: Finding = {
    rule: rule.name,
    severity: report.severity,
    ...place,
    params: report.params,
  };
  if (range) finding.range = range;
  if (report.fix) finding.fix = report.fix;
  return finding;
}

interface Located {
  place: { path: string; subject: 'source' | 'materialized' };
  range: Range | null;
}

function locate(report: Report, context: LintContext): Located {
  const { source } = context.input;
  const part = report.part ?? 'key';
  const rangeOf = (pointer: string) =>
    pointer === ''
      ? rangeOfWhole(source)
      : (source.rangeOf(pointer, part) ?? source.rangeOf(pointer, 'value'));
  if (report.subject === 'source') {
    return { place: { path: report.path, subject: 'source' }, range: rangeOf(report.path) };
  }
  const origins = context.map.originsOf(report.path);
  const own = origins.own[0];
  if (own !== undefined) return { place: { path: own, subject: 'source' }, range: rangeOf(own) };
  const inherited = { path: report.path, subject: 'materialized' as const };
  const reference = referenceThatBrings(report.path, context) ?? origins.references[0];
  if (reference !== undefined) return { place: inherited, range: source.rangeOf(reference, 'value') };
  return { place: inherited, range: null };
}

/** What is said of the whole schema stands at its name: marking every line would mark nothing. */
function rangeOfWhole(source: SchemaSource): Range | null {
  return source.rangeOf('/title', 'key') ?? source.rangeOf('/$id', 'key') ?? source.rangeOf('', 'value');
}

/** Where several fragments are used, the one from which the field comes. */
function referenceThatBrings(pointer: string, context: LintContext): string | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const origin = context.fieldsByPointer.get(at)?.origin;
    if (origin?.kind !== 'fragment') continue;
    const uri = origin.uri.replace(/#.*$/, '');
    return context.map.originsOf(pointer).references.find((reference) => {
      const value = context.map.valueAt(reference);
      return typeof value === 'string' && value.replace(/#.*$/, '') === uri;
    });
  }
  return undefined;
}

function byPlace(left: Finding, right: Finding): number {
  const before = (left.range?.start.offset ?? 0) - (right.range?.start.offset ?? 0);
  if (before !== 0) return before;
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.rule < right.rule ? -1 : left.rule > right.rule ? 1 : 0;
}
