import type { Json } from '../../schema/json';

/** A value as a sentence shows it: text in quotation marks, cut where it is long. */
export function quoted(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
}

/** “The field performer.id”, or “The schema” where no field is named. */
export function fieldSubject(field: Json | undefined): string {
  return typeof field === 'string' && field !== '' ? `The field ${field}` : 'The schema';
}

/** That a name is not lower snake_case, and which fragment has to be changed for it first, where one has. */
export function misnamed(name: Json | undefined, namedBy: Json | undefined): string {
  const sentence = `The name ${quoted(name)} is not lower snake_case.`;
  if (typeof namedBy !== 'string') return sentence;
  return `${sentence} It cannot be renamed here alone, because ${namedBy} speaks of it too.`;
}
