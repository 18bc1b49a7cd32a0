import { isJsonObject, type Json } from '../schema/json';
import { appendPointer, valueAt } from '../schema/pointer';
import type { LintContext } from './context';
import { instancesOf, materializedPlacesOf, sameInstanceAs } from './same-instance';
import { keywordOf, propertiesOf } from './schema-node';

/** What the schemas that speak of the same values say about the names of their members. */
export interface SharedNames {
  /** Pointers of the keys of a name: of properties, of dependencies, of members of the examples. */
  keys: ReadonlyMap<string, string[]>;
  /** Pointers of the items of a name: of what is required, always or where another property is there. */
  items: ReadonlyMap<string, string[]>;
  /** The properties that this source and the fragments together have. */
  propertiesOfAll: ReadonlySet<string>;
  /** A pattern speaks of names too: which ones it means, only a person knows. */
  hasPatterns: boolean;
}

const known = new WeakMap<readonly string[], SharedNames>();

/** What is said about names in the schema at a pointer of the source, and in all that speak of the same values. */
export function sharedNamesAt(context: LintContext, pointer: string): SharedNames {
  const schemas = sameInstanceAs(context, pointer);
  const names = known.get(schemas) ?? collectNames(context, schemas);
  known.set(schemas, names);
  return names;
}

function collectNames(context: LintContext, schemas: readonly string[]): SharedNames {
  const { map, input } = context;
  const dependencies = schemas.map((pointer) => `${pointer}/dependencies`);
  const properties = schemas.map((pointer) => `${pointer}/properties`);
  const keyed = [...properties, ...dependencies, ...instancesOf(context, schemas)];
  const conditions = dependencies.flatMap((pointer) => keysAt(map.valueAt(pointer), pointer));
  const lists = [...schemas.map((pointer) => `${pointer}/required`), ...conditions.map(([, at]) => at)];
  const merged = materializedPlacesOf(context, schemas).map((place) =>
    valueAt(input.materialized ?? undefined, place),
  );
  const patterns = ['patternProperties', 'propertyNames'];
  return {
    keys: groupByName(keyed.flatMap((pointer) => keysAt(map.valueAt(pointer), pointer))),
    items: groupByName(lists.flatMap((pointer) => itemsAt(map.valueAt(pointer), pointer))),
    propertiesOfAll: new Set(merged.flatMap((schema) => Object.keys(propertiesOf(schema)))),
    hasPatterns: schemas.some((pointer) =>
      patterns.some((keyword) => keywordOf(map.valueAt(pointer), keyword) !== undefined),
    ),
  };
}

type Named = [name: string, pointer: string];

function keysAt(value: Json | undefined, pointer: string): Named[] {
  return isJsonObject(value) ? Object.keys(value).map((name) => [name, appendPointer(pointer, name)]) : [];
}

function itemsAt(value: Json | undefined, pointer: string): Named[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index): Named[] =>
    typeof item === 'string' ? [[item, `${pointer}/${index}`]] : [],
  );
}

function groupByName(all: readonly Named[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, pointer] of all) {
    const group = groups.get(name) ?? [];
    group.push(pointer);
    groups.set(name, group);
  }
  return groups;
}
