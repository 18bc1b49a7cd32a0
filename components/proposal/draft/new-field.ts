import { isSnakeCase, toSnakeCase } from '@/lib/domain/lint/snake-case';
import { detectNeverCollected } from '@/lib/domain/privacy/detect-never-collected';
import { detectPersonalData } from '@/lib/domain/privacy/detect-personal-data';
import { applyEdits, addFieldEdits } from '@/lib/domain/schema/edit-source';
import type { JsonObject } from '@/lib/domain/schema/json';
import { appendPointer } from '@/lib/domain/schema/pointer';
import type { Field, SchemaSource } from '@/lib/domain/schema/types';

/** The kinds of field that the form offers. */
export const newFieldKinds = [
  'string',
  'choice',
  'date-time',
  'integer',
  'number',
  'boolean',
  'object',
] as const;
export type NewFieldKind = (typeof newFieldKinds)[number];

/** The form as it was filled in; every text is what a person typed. */
export interface NewFieldForm {
  /** JSON Pointer of the object that gets the field; empty for the schema itself. */
  parentPointer: string;
  name: string;
  kind: NewFieldKind;
  description: string;
  minimum: string;
  maximum: string;
  maxLength: string;
  /** The allowed values of a choice, one a line. */
  values: string;
}

export const emptyNewField: NewFieldForm = {
  parentPointer: '',
  name: '',
  kind: 'string',
  description: '',
  minimum: '0',
  maximum: '',
  maxLength: '128',
  values: '',
};

/** What is wrong with the form, by input; empty where the field can be added. */
export type NewFieldErrors = Partial<Record<keyof NewFieldForm, string>>;

/** Checks the form against the rules that a new field meets first: its name, its description, its bounds. */
export function checkNewField(form: NewFieldForm, fields: readonly Field[]): NewFieldErrors {
  const errors: NewFieldErrors = {};
  const name = form.name.trim();
  if (name === '') errors.name = 'Enter a name.';
  else if (!isSnakeCase(name)) errors.name = nameHint(name);
  else if (fields.some((field) => field.pointer === pointerOf(form)))
    errors.name = 'This field exists already.';
  if (form.description.trim() === '')
    errors.description = 'Say what it means, in terms of what a person did.';
  return { ...errors, ...checkLimits(form) };
}

function nameHint(name: string): string {
  const better = toSnakeCase(name);
  return `A name is lower snake_case${better ? `: ${better}.` : '.'}`;
}

function checkLimits({ kind, minimum, maximum, maxLength, values }: NewFieldForm): NewFieldErrors {
  const errors: NewFieldErrors = {};
  if (kind === 'integer' || kind === 'number') {
    const [low, high] = [readNumber(minimum, kind), readNumber(maximum, kind)];
    if (low === null) errors.minimum = kind === 'integer' ? 'Enter a whole number.' : 'Enter a number.';
    if (high === null) errors.maximum = kind === 'integer' ? 'Enter a whole number.' : 'Enter a number.';
    if (low !== null && high !== null && high < low)
      errors.maximum = 'The largest number is below the smallest.';
  }
  if (kind === 'string' && !(Number(maxLength) >= 1 && Number.isInteger(Number(maxLength)))) {
    errors.maxLength = 'Enter how many characters it has at most.';
  }
  if (kind === 'choice' && linesOf(values).length < 2)
    errors.values = 'Enter two or more values, one a line.';
  return errors;
}

/** What a privacy reviewer would say of the field; null where nothing gives anything away. */
export function privacyHint(form: NewFieldForm): { severity: 'error' | 'privacy'; text: string } | null {
  const field = asField(form);
  if (field.name === '') return null;
  const forbidden = detectNeverCollected(field);
  if (forbidden) {
    return {
      severity: 'error',
      text: 'This looks like something that is never collected. Name what you need instead.',
    };
  }
  const guess = detectPersonalData(field);
  if (!guess) return null;
  return {
    severity: 'privacy',
    text: `This looks like personal data: ${guess.reason}. An analyst decides about it.`,
  };
}

/** The text with the field added at the end of the object's properties; the rest of the text stays as it is. */
export function addNewField(source: SchemaSource, form: NewFieldForm): string {
  const { parentPointer } = form;
  const name = form.name.trim();
  return applyEdits(source.text, addFieldEdits(source, { parentPointer, name, schema: toSchema(form) }));
}

export function pointerOf({ parentPointer, name }: Pick<NewFieldForm, 'parentPointer' | 'name'>): string {
  return `${parentPointer}/properties${appendPointer('', name.trim())}`;
}

function toSchema(form: NewFieldForm): JsonObject {
  const description = form.description.trim();
  switch (form.kind) {
    case 'string':
      return { type: 'string', description, maxLength: Number(form.maxLength) };
    case 'choice':
      return { type: 'string', description, enum: linesOf(form.values) };
    case 'date-time':
      return { type: 'string', format: 'date-time', maxLength: 128, description };
    case 'boolean':
      return { type: 'boolean', description };
    case 'object':
      return { type: 'object', description, properties: {} };
    default:
      return { type: form.kind, description, minimum: Number(form.minimum), maximum: Number(form.maximum) };
  }
}

function linesOf(values: string): string[] {
  const lines = values.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

function readNumber(typed: string, kind: 'integer' | 'number'): number | null {
  const value = typed.trim() === '' ? Number.NaN : Number(typed);
  if (!Number.isFinite(value)) return null;
  return kind === 'integer' && !Number.isSafeInteger(value) ? null : value;
}

/** The field as the rules of privacy look at it, before it exists. */
function asField(form: NewFieldForm): Field {
  const name = form.name.trim();
  const isText = form.kind === 'string' || form.kind === 'choice' || form.kind === 'date-time';
  return {
    pointer: pointerOf(form),
    path: name,
    name,
    type: isText ? 'string' : form.kind,
    valueType: null,
    description: form.description.trim() || null,
    required: false,
    format: form.kind === 'date-time' ? 'date-time' : null,
    pattern: null,
    enum: form.kind === 'choice' ? linesOf(form.values) : null,
    const: undefined,
    default: undefined,
    minimum: null,
    maximum: null,
    minLength: null,
    maxLength: null,
    origin: { kind: 'own' },
    depth: 0,
    leaf: form.kind !== 'object',
  };
}

/** An object that a field can be added to. */
export interface FieldParent {
  pointer: string;
  /** Dotted path; empty for the schema itself. */
  path: string;
}

/** The schema itself, and the groups that stand in this very text: an inherited group is changed in its fragment. */
export function listParents(source: SchemaSource, fields: readonly Field[]): FieldParent[] {
  const groups = fields.filter(
    (field) =>
      field.type === 'object' && field.origin.kind === 'own' && source.rangeOf(`${field.pointer}/properties`),
  );
  return [{ pointer: '', path: '' }, ...groups.map(({ pointer, path }) => ({ pointer, path }))];
}
