import { isJsonObject, type Json, type JsonObject } from '../../schema/json';
import { appendPointer } from '../../schema/pointer';
import type { LintContext } from '../context';
import type { LintRule, Report } from '../rule';
import { checkMaterialized, type Violation } from '../upstream';

/** The keywords through which json-schema-traverse, upstream's walker, goes; `if`, `then` and `else` are not among them. */
const single = ['additionalItems', 'items', 'contains', 'additionalProperties', 'propertyNames', 'not'];
const lists = ['items', 'allOf', 'anyOf', 'oneOf'];
const maps = ['definitions', 'properties', 'patternProperties', 'dependencies'];

function listTraversed(schema: Json, pointer: string): { schema: JsonObject; pointer: string }[] {
  if (!isJsonObject(schema)) return [];
  const found = [{ schema, pointer }];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = appendPointer(pointer, keyword);
    if (Array.isArray(value)) {
      if (lists.includes(keyword)) {
        found.push(...value.flatMap((item, index) => listTraversed(item, appendPointer(at, index))));
      }
    } else if (maps.includes(keyword)) {
      const members = isJsonObject(value) ? Object.entries(value) : [];
      found.push(...members.flatMap(([name, member]) => listTraversed(member, appendPointer(at, name))));
    } else if (single.includes(keyword)) {
      found.push(...listTraversed(value, at));
    }
  }
  return found;
}

function findUnbounded(schema: JsonObject, [lowest, highest]: [number, number]): Violation[] {
  return listTraversed(schema, '').flatMap((node): Violation[] => {
    const { type, minimum, maximum } = node.schema;
    if (type !== 'integer' && type !== 'number') return [];
    const violations: Violation[] = [];
    const add = (keyword: string, value: Json | undefined, limit: number) =>
      violations.push({
        pointer: value === undefined ? node.pointer : appendPointer(node.pointer, keyword),
        params: { keyword, value: value ?? null, limit },
      });
    if (!(typeof minimum === 'number' && minimum >= lowest)) add('minimum', minimum, lowest);
    if (!(typeof maximum === 'number' && maximum <= highest)) add('maximum', maximum, highest);
    return violations;
  });
}

function withFix(report: Report, context: LintContext): Report {
  const { keyword, limit } = report.params;
  const path = context.map.originsOf(report.path).own[0];
  if (path === undefined || typeof keyword !== 'string' || typeof limit !== 'number') return report;
  if (!path.endsWith(`/${keyword}`)) return report;
  const edits = context.editor.replaceValue(path, limit);
  return { ...report, fix: edits && { label: `Set ${keyword} to ${limit}`, edits } };
}

/**
 * Every number has a minimum and a maximum that all languages along the way can hold exactly.
 * @see https://gitlab.wikimedia.org/repos/data-engineering/jsonschema-tools
 */
export const schemaEnforcedNumericBounds: LintRule = {
  name: 'schema-enforced-numeric-bounds',
  upstream: true,
  check: (context) => {
    const bounds = context.input.enforcedNumericBounds;
    if (!bounds) return [];
    return checkMaterialized(context, (schema) => findUnbounded(schema, bounds)).map((report) =>
      withFix(report, context),
    );
  },
};
