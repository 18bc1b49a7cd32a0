import { isJsonObject, type JsonObject } from '../schema/json';
import { matchPattern } from '../validate/pattern';
import { scalarValues } from './candidate-scalars';
import { ownValue } from './json-equality';
import { fits } from './valid-sample';

/** Names that hardly anyone would declare. */
const usualNames = ['undeclared_field', 'another_undeclared_field', 'u'];

/** A name that all schemas allow and none declares, by itself or by a pattern, where one is found. */
export function undeclaredName(schemas: readonly JsonObject[]): string {
  const candidates = [...usualNames, ...namesNearRules(schemas)];
  const isFree = (name: string) => schemas.every((schema) => allows(schema, name));
  return candidates.find(isFree) ?? usualNames[0] ?? '';
}

/** Names on both sides of what the schemas ask of names. */
export function namesNearRules(schemas: readonly JsonObject[]): string[] {
  const rules = schemas
    .map((schema) => ownValue(schema, 'propertyNames'))
    .filter((rule) => isJsonObject(rule));
  return scalarValues(rules).filter((name) => typeof name === 'string');
}

function allows(schema: JsonObject, name: string): boolean {
  const properties = ownValue(schema, 'properties');
  const patterns = ownValue(schema, 'patternProperties');
  if (isJsonObject(properties) && Object.hasOwn(properties, name)) return false;
  const matches = Object.keys(isJsonObject(patterns) ? patterns : {}).some(
    (pattern) => matchPattern(pattern, name) !== 'no-match',
  );
  return !matches && fits(ownValue(schema, 'propertyNames') ?? true, name);
}
