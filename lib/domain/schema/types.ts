import type { Finding, Range } from '../findings/finding';
import type { Json, JsonObject } from './json';
import type { SharedParts } from './shared-parts';

/** A source text that was read: the value, and where each node stands. */
export interface SchemaSource {
  text: string;
  format: 'yaml' | 'json';
  value: JsonObject;
  /** The place of a node, or of the key that names it; null where the pointer names nothing in this text. */
  rangeOf(pointer: string, part?: 'key' | 'value'): Range | null;
  /** The JSON Pointer of the innermost node at an offset. */
  pointerAt(offset: number): string;
}

/** `source` is null where the text cannot be used at all; then there is at least one error finding. */
export interface ReadResult {
  source: SchemaSource | null;
  findings: Finding[];
}

/**
 * Gives what stands under a path (`/fragment/common/2.0.0`, as `filePathOf` gives it): a materialized schema, or
 * whatever else a file can hold. Undefined where nothing does.
 * It must answer from memory: the domain does no I/O. Throws UnusableDocument for one that is there and has errors.
 */
export type SchemaLookup = (path: string) => Json | undefined;

/** The part of `.jsonschema-tools.yaml` that materialization depends on (conformance.md A2). */
export interface MaterializeOptions {
  /** Null disables. */
  enforcedNumericBounds: [number, number] | null;
  shouldGenerateExample: boolean;
  schemaVersionField: string;
  schemaTitleField: string;
  /** False for those who seldom ask for the result's `origins`: these are then worked out when they are asked for. */
  shouldTrackOrigins?: boolean;
  /** For those who materialize many schemas with these options, and change none of them. */
  shared?: SharedParts;
}

/** The defaults of jsonschema-tools 1.3.0. */
export const defaultMaterializeOptions: MaterializeOptions = {
  enforcedNumericBounds: [-9007199254740991, 9007199254740991],
  shouldGenerateExample: false,
  schemaVersionField: '$id',
  schemaTitleField: 'title',
};

/** Where a part of a materialized schema comes from: this source, or a fragment by its `$ref` URI. */
export type Origin = { kind: 'own' } | { kind: 'fragment'; uri: string };

/** `schema` is null where it cannot be materialized; then there is at least one error finding. */
export interface MaterializeResult {
  schema: JsonObject | null;
  /** Origin of each property, by its JSON Pointer in the materialized schema (`/properties/meta/properties/dt`). */
  origins: Map<string, Origin>;
  findings: Finding[];
}

/** A field of a materialized schema. */
export interface Field {
  /** JSON Pointer in the materialized schema: `/properties/performer/properties/edit_count`. */
  pointer: string;
  /** Dotted path as people write it: `performer.edit_count`; list items `tags[]`, map values `headers.*`. */
  path: string;
  /** The last part of the path. */
  name: string;
  /** `string`, `integer`, `number`, `boolean`, `object`, `array`, `map`; several types joined by `|`; `any` where none is said. */
  type: string;
  /** The type of list items or map values; null for other types. */
  valueType: string | null;
  /** Null where the schema has none. */
  description: string | null;
  required: boolean;
  format: string | null;
  pattern: string | null;
  enum: Json[] | null;
  const: Json | undefined;
  default: Json | undefined;
  minimum: number | null;
  maximum: number | null;
  minLength: number | null;
  maxLength: number | null;
  origin: Origin;
  /** Nesting: 0 for a top-level field. */
  depth: number;
  /** A leaf holds a value of its own; an object with properties only groups others. */
  leaf: boolean;
}
