import { isJsonObject, type Json, type JsonObject } from '../../schema/json';
import { appendPointer } from '../../schema/pointer';
import type { LintContext } from '../context';
import type { Passed } from '../memory';
import type { LintRule, Report } from '../rule';
import { checkMaterialized, type Violation } from '../upstream';

/** The keywords through which json-schema-traverse, upstream's walker, goes; `if`, `then` and `else` are not among them. */
const single = ['additionalItems', 'items', 'contains', 'additionalProperties', 'propertyNames', 'not'];
const lists = ['items', 'allOf', 'anyOf', 'oneOf'];
const maps = ['definitions', 'properties', 'patternProperties', 'dependencies'];

interface Bounds {
  lowest: number;
  highest: number;
  passed: Passed;
}

function findUnbounded(schema: Json, pointer: string, bounds: Bounds): Violation[] {
  if (!isJsonObject(schema) || bounds.passed.has(schema)) return [];
  const violations = unboundedAt(schema, pointer, bounds);
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword] as Json;
    if (typeof value !== 'object' || value === null) continue;
    const at = appendPointer(pointer, keyword);
    if (Array.isArray(value) ? lists.includes(keyword) : maps.includes(keyword)) {
      for (const [name, member] of Object.entries(value))
        for (const one of findUnbounded(member as Json, appendPointer(at, name), bounds))
          violations.push(one);
    } else if (single.includes(keyword))
      for (const one of findUnbounded(value, at, bounds)) violations.push(one);
  }
  if (violations.length === 0) bounds.passed.add(schema);
  return violations;
}

function unboundedAt(schema: JsonObject, pointer: string, { lowest, highest }: Bounds): Violation[] {
  const { type, minimum, maximum } = schema;
  if (type !== 'integer' && type !== 'number') return [];
  const violations: Violation[] = [];
  const add = (keyword: string, value: Json | undefined, limit: number) =>
    violations.push({
      pointer: value === undefined ? pointer : appendPointer(pointer, keyword),
      params: { keyword, value: value ?? null, limit },
    });
  if (!(typeof minimum === 'number' && minimum >= lowest)) add('minimum', minimum, lowest);
  if (!(typeof maximum === 'number' && maximum <= highest)) add('maximum', maximum, highest);
  return violations;
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
    if (!context.input.enforcedNumericBounds) return [];
    const [lowest, highest] = context.input.enforcedNumericBounds;
    const passed = context.memory.passed(`schema-enforced-numeric-bounds ${lowest} ${highest}`);
    return checkMaterialized(context, (schema) => findUnbounded(schema, '', { lowest, highest, passed })).map(
      (report) => withFix(report, context),
    );
  },
};
