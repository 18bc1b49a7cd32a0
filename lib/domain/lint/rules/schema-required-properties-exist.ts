import type { Json, JsonObject } from '../../schema/json';
import { appendPointer } from '../../schema/pointer';
import { findUnlessPassed, type Passed } from '../memory';
import type { LintRule } from '../rule';
import { checkMaterialized, looseProperties, readLoosely, unreadable, type Violation } from '../upstream';

/** Upstream reads `properties[name]`, which every object answers for the names of its prototype. */
function isThere(properties: Json, name: Json): boolean {
  const key = String(name);
  const own = readLoosely(properties, key);
  return own !== undefined
    ? Boolean(own)
    : Boolean((Object.prototype as unknown as Record<string, unknown>)[key]);
}

function findMissing(node: Json, pointer: string, passed: Passed): Violation[] {
  return findUnlessPassed(node, passed, () => missingIn(node, pointer, passed));
}

function missingIn(node: Json, pointer: string, passed: Passed): Violation[] {
  if (node === null) return [unreadable(pointer)];
  const violations: Violation[] = [];
  const required = readLoosely(node, 'required');
  if (required) {
    const properties = readLoosely(node, 'properties');
    const at = appendPointer(pointer, 'required');
    if (!properties) {
      violations.push({ pointer: at, params: { name: null } });
    } else if (!Array.isArray(required)) {
      violations.push(unreadable(at));
    } else {
      for (const [index, name] of required.entries()) {
        if (!isThere(properties, name)) {
          violations.push({ pointer: `${at}/${index}`, params: { name: String(name) }, part: 'value' });
        }
      }
    }
  }
  const nested = looseProperties(node, pointer).flatMap((property) =>
    findMissing(property.value, property.pointer, passed),
  );
  return violations.concat(nested);
}

/**
 * Every property that is required exists.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const schemaRequiredPropertiesExist: LintRule = {
  name: 'schema-required-properties-exist',
  upstream: true,
  check: (context) => {
    const passed = context.memory.passed('schema-required-properties-exist');
    return checkMaterialized(context, (schema: JsonObject) => findMissing(schema, '', passed));
  },
};
