import type { Json } from './json';

/** Thrown while materializing only, where the result cannot be what jsonschema-tools would write. */
export class NotMaterializable extends Error {
  readonly rule: string;
  /** JSON Pointer of the place, in the materialized schema. */
  readonly path: string;
  readonly params: Record<string, Json>;

  constructor(rule: string, path: string, params: Record<string, Json> = {}) {
    super(rule);
    this.rule = rule;
    this.path = path;
    this.params = params;
  }
}

/**
 * Thrown by a lookup for a document that is there and must not be used: `rule` names the finding that says why. Where
 * nothing is there, a lookup gives null.
 */
export class UnusableDocument extends Error {
  readonly rule: string;
  readonly params: Record<string, Json>;

  constructor(rule: string, params: Record<string, Json> = {}) {
    super(rule);
    this.rule = rule;
    this.params = params;
  }
}

/** A merge of values that contradict each other. Inside `oneOf` and `anyOf` it only drops a combination. */
export class Incompatible extends NotMaterializable {}
