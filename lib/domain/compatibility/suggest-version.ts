import { type Change, isBreaking } from './change';
import type { Comparison } from './compare-schemas';
import { describeChange } from './describe-change';

/** How large the step to the next version number is. */
export type VersionLevel = 'major' | 'minor' | 'patch';

/** The version number a change asks for; `because` is one sentence for the proposal's author. */
export interface VersionSuggestion {
  version: string;
  level: VersionLevel;
  because: string;
}

/** A version number `X.Y.Z` in its parts. */
type Parts = readonly [major: number, minor: number, patch: number];

/** Reads `X.Y.Z`; null for anything else, leading zeros and pre-releases included. */
export function readVersion(text: string): Parts | null {
  const match = /^(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})$/.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Negative where `left` is the lower number, 0 where they are equal. */
export function orderVersions(left: Parts, right: Parts): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** The level a comparison asks for: breaking is major, anything that events can show is minor, the rest patch. */
export function levelOf(comparison: Comparison): VersionLevel {
  if (!comparison.strict.compatible) return 'major';
  return comparison.changes.every(isDocumentation) ? 'patch' : 'minor';
}

/**
 * Suggests the next version number. Without a base (null, or a base that is no `X.Y.Z`) or a comparison it is the
 * first version, 1.0.0.
 */
export function suggestVersion(baseVersion: string | null, comparison: Comparison | null): VersionSuggestion {
  const base = baseVersion === null ? null : readVersion(baseVersion);
  if (base === null || comparison === null) {
    return { version: '1.0.0', level: 'major', because: 'This is the first version of the schema.' };
  }
  const [major, minor, patch] = base;
  const level = levelOf(comparison);
  if (level === 'major') return { version: `${major + 1}.0.0`, level, because: becauseMajor(comparison) };
  if (level === 'minor')
    return { version: `${major}.${minor + 1}.0`, level, because: becauseMinor(comparison) };
  return { version: `${major}.${minor}.${patch + 1}`, level, because: becausePatch(comparison) };
}

/**
 * Tells whether a version number may be given (domain.md, approval condition 2): it is greater than the base, and
 * its major number is greater too unless the change is compatible. Without a base every `X.Y.Z` may.
 */
export function isVersionAllowed(
  baseVersion: string | null,
  proposedVersion: string,
  comparison: Comparison | null,
): boolean {
  const proposed = readVersion(proposedVersion);
  const base = baseVersion === null ? null : readVersion(baseVersion);
  if (proposed === null) return false;
  if (base === null) return true;
  if (orderVersions(proposed, base) <= 0) return false;
  return proposed[0] > base[0] || comparison === null || comparison.strict.compatible;
}

function isDocumentation(change: Change): boolean {
  return change.classifications.every((item) => item === 'documentation');
}

function becauseMajor({ changes }: Comparison): string {
  const breaking = changes.filter(isBreaking);
  const first = breaking[0];
  if (first === undefined) {
    return 'The compatibility test of jsonschema-tools refuses this change within one major version.';
  }
  const others =
    breaking.length === 1 ? '' : ` ${count(breaking.length - 1, 'other change')} would break, too.`;
  return `${describeChange(first)}${others}`;
}

function becauseMinor({ changes }: Comparison): string {
  const added = changes.filter((change) => change.kind === 'field-added').length;
  if (added === 0) return 'Events may hold more than before, and everything that was valid stays valid.';
  return `${count(added, 'field')} added, and everything that was valid stays valid.`;
}

function becausePatch({ changes }: Comparison): string {
  if (changes.length === 0) return 'Nothing changed that an event or a reader could notice.';
  return 'Only the documentation changed; the same events are valid as before.';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
