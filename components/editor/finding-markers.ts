import { describeFinding, findRuleText } from '@/lib/domain/findings/catalogue';
import type { Finding, Severity } from '@/lib/domain/findings/finding';

/** A finding as an editor shows it: whole words, and a place counted from 1. */
export interface FindingMarker {
  finding: Finding;
  severity: Severity;
  /** The sentence of the catalogue, then its explanation after an empty line. */
  message: string;
  /** Where the rule comes from; null where that is not an https page. */
  source: string | null;
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

/**
 * The findings that have a place in the text, as markers, in the order given. Findings about the materialized schema
 * and findings without a range are left out: the list beside the editor shows them.
 */
export function findingMarkers(findings: readonly Finding[]): FindingMarker[] {
  return findings.flatMap((finding) => {
    const { range } = finding;
    if (!range || finding.subject === 'materialized') return [];
    const text = findRuleText(finding.rule);
    const sentence = describeFinding(finding);
    return {
      finding,
      severity: finding.severity,
      message: text?.explanation ? `${sentence}\n\n${text.explanation}` : sentence,
      source: text && /^https:\/\/[^\s]+$/.test(text.source) ? text.source : null,
      startLine: range.start.line,
      startColumn: range.start.column,
      endLine: range.end.line,
      endColumn: range.end.column,
    };
  });
}

/** The lines on which a finding starts. A syntax complaint of the editor's own on such a line would only repeat it. */
export function linesWithFindings(markers: readonly FindingMarker[]): Set<number> {
  return new Set(markers.map((marker) => marker.startLine));
}
