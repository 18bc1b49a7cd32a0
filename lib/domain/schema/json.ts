/** A JSON value: what a YAML or JSON schema source holds once it is read. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. Objects made by the domain have no prototype surprises: keys are own keys only. */
export interface JsonObject {
  [key: string]: Json;
}

/** Tells whether the value is a JSON object (not null, not a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
