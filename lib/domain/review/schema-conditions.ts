import type {
  BaseCondition,
  CompatibilityCondition,
  Debt,
  LintCondition,
  ThreadsCondition,
} from './condition';
import { contributorsOf } from './contributors';
import type { ReviewSnapshot } from './snapshot';

/** The rule that an exception names to lift the whole comparison with the version before. */
export const compatibilityRule = 'schema-version-compatibility';

/**
 * 1. No lint error. An exception lifts its rule while it has not expired; one that was granted by a person who
 * contributed text lifts nothing, since they have no voice on it.
 */
export function lintCondition(snapshot: ReviewSnapshot): LintCondition {
  const liftedRules = rulesLifted(snapshot);
  const errors = snapshot.lintErrors.filter((finding) => finding.severity === 'error');
  const standing = errors.filter((finding) => !liftedRules.has(finding.rule));
  return {
    id: 'lint',
    holds: standing.length === 0,
    errors: standing,
    lifted: errors.filter((finding) => liftedRules.has(finding.rule)),
    owedBy: owedByAuthors(snapshot, standing.length > 0),
  };
}

/**
 * 2. Compatible with the previous version, or a major version number, or an exception: either one for
 * {@link compatibilityRule}, or one for each rule that is broken.
 */
export function compatibilityCondition(snapshot: ReviewSnapshot): CompatibilityCondition {
  const because = whyCompatible(snapshot);
  return {
    id: 'compatibility',
    holds: because !== 'breaking',
    because,
    brokenRules: [...(snapshot.compatibility.brokenRules ?? [])],
    owedBy: owedByAuthors(snapshot, because === 'breaking'),
  };
}

/** 5. No blocking thread open. Its opener and the authors owe the answer. */
export function threadsCondition(snapshot: ReviewSnapshot): ThreadsCondition {
  const open = snapshot.threads.filter((thread) => thread.blocking && !thread.resolved);
  const people = new Set([...contributorsOf(snapshot), ...open.map((thread) => thread.openedById)]);
  return {
    id: 'threads',
    holds: open.length === 0,
    openBlockingIds: open.map((thread) => thread.id),
    owedBy: open.length > 0 ? [{ owes: 'answer', role: 'author', personIds: [...people] }] : [],
  };
}

/** 6. A base that is still the newest version in the schema repository; a new schema has none, and none is there. */
export function baseCondition(snapshot: ReviewSnapshot): BaseCondition {
  const { baseVersion, newestVersion } = snapshot;
  const holds = baseVersion === newestVersion;
  return { id: 'base', holds, baseVersion, newestVersion, owedBy: owedByAuthors(snapshot, !holds) };
}

function whyCompatible(snapshot: ReviewSnapshot): CompatibilityCondition['because'] {
  const { compatible, majorBump, brokenRules = [] } = snapshot.compatibility;
  if (compatible) return 'compatible';
  if (majorBump) return 'major-version';
  const lifted = rulesLifted(snapshot);
  const allLifted = brokenRules.length > 0 && brokenRules.every((rule) => lifted.has(rule));
  return lifted.has(compatibilityRule) || allLifted ? 'exception' : 'breaking';
}

function rulesLifted(snapshot: ReviewSnapshot): ReadonlySet<string> {
  const contributors = contributorsOf(snapshot);
  const valid = snapshot.exceptions.filter(
    (exception) =>
      exception.expiresAt.getTime() > snapshot.now.getTime() &&
      !(exception.grantedById && contributors.has(exception.grantedById)),
  );
  return new Set(valid.map((exception) => exception.rule));
}

function owedByAuthors(snapshot: ReviewSnapshot, owed: boolean): Debt[] {
  return owed ? [{ owes: 'change', role: 'author', personIds: [...contributorsOf(snapshot)] }] : [];
}
