import type { Finding, Range } from '../findings/finding';
import type { SchemaSource } from '../schema/types';

/**
 * Findings as a person reads them: each once, at a place in the text where there is one, in the order of the text.
 * Errors of rules that an exception lifts stay visible as hints.
 */
export function arrangeFindings(
  findings: readonly Finding[],
  source: SchemaSource | null,
  liftedRules: readonly string[],
): Finding[] {
  const lifted = new Set(liftedRules);
  const known = new Map<string, Finding>();
  for (const finding of findings) {
    const placed = place(lifted.has(finding.rule) ? { ...finding, severity: 'info' } : finding, source);
    const identity = `${placed.rule}\n${placed.path}\n${JSON.stringify(placed.params)}`;
    if (!known.has(identity)) known.set(identity, placed);
  }
  return [...known.values()].sort(byPlace);
}

/** A finding about the materialized schema stands at its nearest node in the text. */
function place(finding: Finding, source: SchemaSource | null): Finding {
  if (finding.range || !source) return finding;
  const range = nearestRange(finding.path, source);
  return range ? { ...finding, range } : finding;
}

function nearestRange(pointer: string, source: SchemaSource): Range | null {
  for (let at = pointer; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const range = source.rangeOf(at, 'key') ?? source.rangeOf(at, 'value');
    if (range) return range;
  }
  return source.rangeOf('/title', 'key');
}

const rank = { error: 0, warning: 1, info: 2 } as const;

function byPlace(left: Finding, right: Finding): number {
  const before = (left.range?.start.offset ?? 0) - (right.range?.start.offset ?? 0);
  if (before !== 0) return before;
  if (left.severity !== right.severity) return rank[left.severity] - rank[right.severity];
  if (left.rule !== right.rule) return left.rule < right.rule ? -1 : 1;
  return left.path < right.path ? -1 : Number(left.path > right.path);
}
