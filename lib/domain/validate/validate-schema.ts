import type { JsonObject } from '../schema/json';
import { draft07MetaSchema, secureMetaSchema } from './meta-schemas';
import type { Accepted } from './run';
import { validateEvent } from './validate-event';
import type { ValidationError } from './validation-error';

const valid: Accepted = new WeakMap();
const secure: Accepted = new WeakMap();
const known = new WeakMap<JsonObject, ValidationError[]>();

/**
 * Where a schema breaks the rules of draft-07; paths are pointers into the schema. Remembered for each schema object,
 * which must not be changed afterwards.
 */
export function findSchemaErrors(schema: JsonObject): ValidationError[] {
  const errors = known.get(schema) ?? validateEvent(draft07MetaSchema, schema, valid);
  known.set(schema, errors);
  return errors;
}

/**
 * Where a schema can be used to slow its validator down, as ajv's security meta-schema sees it. The schema must not be
 * changed afterwards.
 */
export function findInsecurities(schema: JsonObject): ValidationError[] {
  return validateEvent(secureMetaSchema, schema, secure);
}
