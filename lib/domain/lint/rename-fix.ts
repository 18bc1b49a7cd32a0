import type { Fix } from '../findings/finding';
import { fromPointer } from '../schema/pointer';
import type { LintContext } from './context';
import type { Report } from './rule';
import { keywordOf } from './schema-node';
import { toSnakeCase } from './snake-case';

/** Renames a property to snake_case, in `properties` and in the `required` beside it; null where that cannot be done. */
export function renamePropertyFix(report: Report, context: LintContext): Fix | null {
  const path = report.subject === 'source' ? report.path : context.map.originsOf(report.path).own[0];
  const name = path === undefined ? undefined : fromPointer(path).at(-1);
  const better = name === undefined ? null : toSnakeCase(name);
  if (path === undefined || name === undefined || better === null || better === name) return null;
  const holder = path.slice(0, path.lastIndexOf('/'));
  const siblings = context.map.valueAt(holder);
  // Another property has that name already: which of the two is meant, only a person knows.
  if (keywordOf(siblings, better) !== undefined) return null;
  const edits = context.editor.renameKey(path, better);
  if (!edits) return null;
  const owner = holder.slice(0, holder.lastIndexOf('/'));
  const required = keywordOf(context.map.valueAt(owner), 'required');
  const index = Array.isArray(required) ? required.indexOf(name) : -1;
  const inRequired = index === -1 ? null : context.editor.replaceValue(`${owner}/required/${index}`, better);
  return { label: `Rename to ${better}`, edits: [...edits, ...(inRequired ?? [])] };
}
