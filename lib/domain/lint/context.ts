import type { JsonObject } from '../schema/json';
import type { Field } from '../schema/types';
import type { LintInput } from './lint-input';
import { createLintMemory, type LintMemory } from './memory';
import { SourceMap } from './place';
import { listSchemaNodes, type SchemaNode } from './schema-node';
import { SourceEditor } from './source-editor';

/** What every rule may look at, worked out once. */
export interface LintContext {
  input: LintInput;
  /** The subschemas of the source as it is written. */
  sourceNodes: SchemaNode[];
  /** The subschemas of the materialized schema; empty where there is none. */
  materializedNodes: SchemaNode[];
  /** Those of which style may be asked (see `isOwnAndNew`): none where the proposal adds and changes nothing. */
  askedNodes: SchemaNode[];
  /** Own fields of this schema that the proposal adds or changes: those of which style can be asked. */
  ownNewFields: Field[];
  /** All fields that the proposal adds or changes, those that a newly used fragment brings included. */
  newFields: Field[];
  fieldsByPointer: ReadonlyMap<string, Field>;
  /** A fragment is a part of events, not an event. */
  isFragment: boolean;
  memory: LintMemory;
  map: SourceMap;
  editor: SourceEditor;
  /** Whether style can be asked of a node of the materialized schema: it stands in this source, in a new field. */
  isOwnAndNew(pointer: string): boolean;
  /** The source's own title; empty where it has none. */
  title: string;
}

/** Works out what the rules share. */
export function createLintContext(input: LintInput): LintContext {
  const { source, materialized } = input;
  const map = new SourceMap(source);
  const title = typeof source.value.title === 'string' ? source.value.title : '';
  const sourceNodes = once(() => listSchemaNodes(source.value));
  const materializedNodes = once(() => (materialized ? listSchemaNodes(materialized) : []));
  const { hasNew, newFields, ownNewFields, fieldsByPointer } = fieldsOf(input);
  const editor = once(() => new SourceEditor(source));
  return {
    input,
    get sourceNodes() {
      return sourceNodes();
    },
    get materializedNodes() {
      return materializedNodes();
    },
    get askedNodes() {
      return hasNew || input.isNewSchema ? materializedNodes() : [];
    },
    get newFields() {
      return newFields();
    },
    get ownNewFields() {
      return ownNewFields();
    },
    get fieldsByPointer() {
      return fieldsByPointer();
    },
    isFragment: isFragmentPath(input.expectedTitle ?? title),
    memory: input.memory ?? createLintMemory(),
    map,
    get editor() {
      return editor();
    },
    isOwnAndNew: (pointer) => isOwnAndNew({ input, map, fieldsByPointer: fieldsByPointer() }, pointer),
    title,
  };
}

function fieldsOf(input: LintInput) {
  const fields = once(() => input.fields);
  const hasNew = input.newFieldPointers === null || input.newFieldPointers.size > 0;
  const newFields = once(() => (hasNew ? fields().filter((field) => isNew(input, field.pointer)) : []));
  const ownNewFields = once(() => newFields().filter((field) => field.origin.kind === 'own'));
  const fieldsByPointer = once(() => new Map(fields().map((field) => [field.pointer, field])));
  return { hasNew, newFields, ownNewFields, fieldsByPointer };
}

/** Not every rule is asked, and what only the others look at is not worked out. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isFragmentPath(title: string): boolean {
  return title.replace(/^\/+/, '').startsWith('fragment/');
}

function isNew(input: LintInput, pointer: string): boolean {
  return input.newFieldPointers === null || input.newFieldPointers.has(pointer);
}

function isOwnAndNew(
  context: { input: LintInput; map: SourceMap; fieldsByPointer: ReadonlyMap<string, Field> },
  pointer: string,
): boolean {
  if (context.input.newFieldPointers?.size === 0 && !context.input.isNewSchema) return false;
  if (context.map.originsOf(pointer).own.length === 0) return false;
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = context.fieldsByPointer.get(at);
    if (field) return field.origin.kind === 'own' && isNew(context.input, at);
  }
  return context.input.isNewSchema || context.input.newFieldPointers === null;
}

/** The materialized schema, or an empty one where there is none, for rules that read its top level only. */
export function materializedOrEmpty(context: LintContext): JsonObject {
  return context.input.materialized ?? {};
}

/** The dotted path of the field at, or around, a pointer of the materialized schema; empty for the root. */
export function fieldPathAt(context: LintContext, pointer: string): string {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = context.fieldsByPointer.get(at);
    if (field) return field.path;
  }
  return '';
}
