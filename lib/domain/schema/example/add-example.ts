import type { Json, JsonObject } from '../json';
import { cloneShared } from '../merge/clone';
import type { SharedParts } from '../shared-parts';
import { generateExample } from './generate';
import { isNode, type Node } from './nodes';
import { plainExample } from './plain-example';

/**
 * Adds the example that jsonschema-tools generates, unless the schema has examples (conformance.md A3.5, A5).
 * Its `$schema`, where it has one, is the schema's `$id`. Throws `NotMaterializable` where there is none, or where
 * it would depend on the clock.
 */
export function addExample(schema: JsonObject, versionField: string, shared: SharedParts | null): void {
  if (!isEmpty(schema['examples'])) return;
  const example = plainExample(schema, shared) ?? generateExample(cloneShared(schema) as Node, schema);
  if (isNode(example) && Object.hasOwn(example, '$schema')) {
    example['$schema'] = fieldOf(schema, versionField);
  }
  schema['examples'] = [example as Json];
}

/** Numbers and booleans count as empty. */
function isEmpty(examples: Json | undefined): boolean {
  if (typeof examples === 'string') return examples === '';
  return typeof examples !== 'object' || examples === null || Object.keys(examples).length === 0;
}

function fieldOf(schema: JsonObject, path: string): Json | undefined {
  if (Object.hasOwn(schema, path)) return schema[path];
  let value: Json | undefined = schema;
  for (const part of path.split('.')) {
    if (!isNode(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part] as Json | undefined;
  }
  return value;
}
