import type { Fix } from '../findings/finding';
import { fromPointer } from '../schema/pointer';
import type { LintContext } from './context';
import type { Report } from './rule';
import { isReferredTo } from './same-instance';
import { sharedNamesAt } from './shared-names';
import { toSnakeCase } from './snake-case';

/** A name that stands in more places than this is left to a person, who should see what it does in all of them. */
const MAX_PLACES = 100;

/**
 * Renames a property to snake_case wherever this source means it: in every schema that speaks of the same values, in
 * what these require, in their examples. Null where that cannot be done everywhere: a fragment requires it, a reference
 * leads through it, a pattern speaks of names, the new name is taken.
 */
export function renamePropertyFix(report: Report, context: LintContext): Fix | null {
  const path = report.subject === 'source' ? report.path : context.map.originsOf(report.path).own[0];
  const name = path === undefined ? undefined : fromPointer(path).at(-1);
  const better = name === undefined ? null : toSnakeCase(name);
  if (path === undefined || name === undefined || better === null || better === name) return null;
  const owner = path.split('/').slice(0, -2).join('/');
  const { keys, items, hasPatterns, propertiesOfAll, requiredByAll } = sharedNamesAt(context, owner);
  // Another property has that name already: which of the two is meant, only a person knows.
  if (hasPatterns || keys.has(better) || propertiesOfAll.has(better)) return null;
  const named = keys.get(name) ?? [];
  const listed = items.get(name) ?? [];
  if (requiredByAll.has(name) && !listed.some((pointer) => /\/required\/\d+$/.test(pointer))) return null;
  if (!named.includes(path) || named.length + listed.length > MAX_PLACES) return null;
  if (named.some((pointer) => isReferredTo(context, pointer))) return null;
  const edits = [
    ...named.map((pointer) => context.editor.renameKey(pointer, better)),
    ...listed.map((pointer) => context.editor.replaceValue(pointer, better)),
  ];
  if (edits.includes(null)) return null;
  return { label: `Rename to ${better}`, edits: edits.flatMap((edit) => edit ?? []) };
}
