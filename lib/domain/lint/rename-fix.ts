import type { Fix } from '../findings/finding';
import { fromPointer } from '../schema/pointer';
import type { LintContext } from './context';
import { fragmentNaming } from './fragment-names';
import type { Report } from './rule';
import { isReferredTo, sameInstanceAs } from './same-instance';
import { sharedNamesAt } from './shared-names';
import { toSnakeCase } from './snake-case';

/** A name that stands in more places than this is left to a person, who should see what it does in all of them. */
const MAX_PLACES = 100;

/**
 * Adds to a report of a misnamed property the fix that renames it to snake_case wherever this source means it: in every
 * schema that speaks of the same values, in what these require, in their examples. There is none where that cannot be
 * done everywhere: a reference leads through it, a pattern speaks of names, the new name is taken, or a fragment speaks
 * of the name, so that the schema would go on requiring or declaring the old one. The fragment is then named, as
 * `namedBy`.
 */
export function withRenameFix(report: Report, context: LintContext): Report {
  const path = report.subject === 'source' ? report.path : context.map.originsOf(report.path).own[0];
  const name = path === undefined ? undefined : fromPointer(path).at(-1);
  const better = name === undefined ? null : toSnakeCase(name);
  if (path === undefined || name === undefined || better === null || better === name) return report;
  const schemas = sameInstanceAs(context, path.split('/').slice(0, -2).join('/'));
  const namedBy = fragmentNaming(context, schemas, name);
  if (namedBy !== null) return { ...report, params: { ...report.params, namedBy } };
  return { ...report, fix: renameIn(context, path, { name, better }) };
}

function renameIn(
  context: LintContext,
  path: string,
  { name, better }: { name: string; better: string },
): Fix | null {
  const owner = path.split('/').slice(0, -2).join('/');
  const { keys, items, hasPatterns, propertiesOfAll } = sharedNamesAt(context, owner);
  // Another property has that name already: which of the two is meant, only a person knows.
  if (hasPatterns || keys.has(better) || propertiesOfAll.has(better)) return null;
  const named = keys.get(name) ?? [];
  const listed = items.get(name) ?? [];
  if (!named.includes(path) || named.length + listed.length > MAX_PLACES) return null;
  if (named.some((pointer) => isReferredTo(context, pointer))) return null;
  const edits = [
    ...named.map((pointer) => context.editor.renameKey(pointer, better)),
    ...listed.map((pointer) => context.editor.replaceValue(pointer, better)),
  ];
  if (edits.includes(null)) return null;
  return { label: `Rename to ${better}`, edits: edits.flatMap((edit) => edit ?? []) };
}
