import type { Json } from '../schema/json';

/**
 * Whom a change concerns.
 * - `breaking-producers`: a client that sends what the older version allowed may be refused by the newer one.
 * - `breaking-consumers`: who reads the data may meet what the older version promised never to hold, or miss
 *   what it promised to hold.
 * - `privacy`: the field is new, or can hold what it could not hold before, so its field decision must be made
 *   or looked at again.
 * - `documentation`: no event is accepted or refused otherwise than before.
 * - `compatible`: a change that neither producers nor consumers need to prepare for.
 */
export type Classification =
  | 'breaking-producers'
  | 'breaking-consumers'
  | 'privacy'
  | 'compatible'
  | 'documentation';

/** What happened to a field. `…-tightened` allows less than before, `…-loosened` more. */
export type ChangeKind =
  | 'field-added'
  | 'field-removed'
  | 'field-moved'
  | 'field-forbidden'
  | 'field-allowed'
  | 'type-changed'
  | 'required-added'
  | 'required-removed'
  | 'enum-added'
  | 'enum-removed'
  | 'enum-widened'
  | 'enum-narrowed'
  | 'const-changed'
  | 'bounds-tightened'
  | 'bounds-loosened'
  | 'bounds-changed'
  | 'length-tightened'
  | 'length-loosened'
  | 'count-tightened'
  | 'count-loosened'
  | 'unique-items-changed'
  | 'format-changed'
  | 'pattern-changed'
  | 'default-changed'
  | 'items-added'
  | 'items-removed'
  | 'additional-properties-closed'
  | 'additional-properties-opened'
  | 'additional-properties-typed'
  | 'additional-properties-untyped'
  | 'additional-properties-stated'
  | 'composition-changed'
  | 'keyword-changed'
  | 'title-changed'
  | 'description-changed'
  | 'examples-changed'
  | 'origin-changed';

/** One change of one field, or of the schema as a whole (then `path` is empty). */
export interface Change {
  kind: ChangeKind;
  /** JSON Pointer to the field in the newer schema, or in the older one where the field is gone. */
  pointer: string;
  /** The field's dotted path, as `Field.path` writes it; empty for the schema as a whole. */
  path: string;
  /** The keyword that changed (`maximum`), null where the change is not about one keyword. */
  keyword: string | null;
  /** The most serious of `classifications`. */
  classification: Classification;
  /** All that apply, the most serious first; never empty. */
  classifications: Classification[];
  /** What stood before; null where nothing stood. */
  before: Json | null;
  /** What stands now; null where nothing stands. */
  after: Json | null;
}

/** Where the walk stands in both schemas. A schema that lacks the field keeps its parent's pointer. */
export interface Place {
  older: string;
  newer: string;
  path: string;
}

const bySeriousness: readonly Classification[] = [
  'breaking-producers',
  'breaking-consumers',
  'privacy',
  'compatible',
  'documentation',
];

/** What `makeChange` needs to know; `keyword`, `before` and `after` default to null. */
export interface ChangeInput {
  kind: ChangeKind;
  pointer: string;
  path: string;
  classifications: readonly Classification[];
  keyword?: string | null;
  before?: Json | undefined;
  after?: Json | undefined;
}

/** Completes a change: orders its classifications and names the most serious one. */
export function makeChange(input: ChangeInput): Change {
  const classifications = bySeriousness.filter((item) => input.classifications.includes(item));
  return {
    kind: input.kind,
    pointer: input.pointer,
    path: input.path,
    keyword: input.keyword ?? null,
    classification: classifications[0] ?? 'compatible',
    classifications: classifications.length > 0 ? classifications : ['compatible'],
    before: input.before ?? null,
    after: input.after ?? null,
  };
}

/** Tells whether the change breaks producers or consumers. */
export function isBreaking(change: Change): boolean {
  return change.classifications.some(
    (item) => item === 'breaking-producers' || item === 'breaking-consumers',
  );
}
