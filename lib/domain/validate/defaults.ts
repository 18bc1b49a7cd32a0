import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { ownKeyword } from './keyword-checks';
import { keywordGroups } from './keyword-order';

const keywordsInOrder = [...new Set(['type', ...keywordGroups.flatMap(({ keywords }) => keywords)])];

/** The keywords of a schema in the order in which ajv 6 asks them, on which it depends what is filled in before. */
export function orderKeywords(schema: JsonObject): string[] {
  return keywordsInOrder.filter((keyword) => Object.hasOwn(schema, keyword));
}

/** Puts into a value what its schema gives as defaults of its members or items, where they are missing, as ajv 6 does. */
export function fillDefaults(schema: JsonObject, value: Json): void {
  const properties = ownKeyword(schema, 'properties');
  const items = ownKeyword(schema, 'items');
  if (isJsonObject(value) && isJsonObject(properties)) {
    for (const [name, property] of Object.entries(properties)) {
      const filling = defaultOf(property);
      if (filling !== undefined && value[name] === undefined) value[name] = filling;
    }
  } else if (Array.isArray(value) && Array.isArray(items)) {
    for (const [index, item] of items.entries()) {
      const filling = defaultOf(item);
      if (filling !== undefined && value[index] === undefined) value[index] = filling;
    }
  }
}

/** A copy, so that what is filled into it does not reach the schema. */
function defaultOf(schema: Json): Json | undefined {
  const filling = isJsonObject(schema) ? ownKeyword(schema, 'default') : undefined;
  return filling === undefined ? undefined : structuredClone(filling);
}
