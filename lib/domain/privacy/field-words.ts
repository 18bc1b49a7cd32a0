import type { Field } from '../schema/types';

/** A field's names, read the way a person reads them. */
export interface FieldWords {
  /** The last part in lower snake_case: `userId` and `user-id` → `user_id`; of list items, the list's name. */
  name: string;
  /** The names of what holds it, outermost first. */
  parents: string[];
  /** All names joined by dots. */
  path: string;
}

function toWords(part: string): string {
  return part
    .replace(/\[\]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}

/** Reads a field's names. The values of a map take the map's name. */
export function readFieldWords(field: Pick<Field, 'path'>): FieldWords {
  const parts = field.path
    .split('.')
    .map(toWords)
    .filter((part) => part !== '');
  return { name: parts.at(-1) ?? '', parents: parts.slice(0, -1), path: parts.join('.') };
}

/** Whether a field can hold free text: not a number, a truth value, or a choice from a list. */
export function holdsFreeText(field: Pick<Field, 'type' | 'valueType' | 'enum' | 'const'>): boolean {
  if (field.enum !== null || field.const !== undefined) return false;
  const type = field.type === 'array' || field.type === 'map' ? (field.valueType ?? 'any') : field.type;
  return type === 'any' || type.split('|').includes('string');
}
