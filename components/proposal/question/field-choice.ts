import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import { pathOfPointer } from '@/lib/domain/draft/moved-fields';
import type { Field } from '@/lib/domain/schema/types';

/** A field that can be named as serving a metric. */
export interface FieldChoice {
  pointer: string;
  path: string;
  type: string;
  description: string;
  /** The proposal adds or changes it. */
  isNew: boolean;
}

/** The fields of the draft that hold values, the proposal's own ones first. */
export function listFieldChoices({ fields, changedFieldPointers }: DraftAssessment): FieldChoice[] {
  const changed = new Set(changedFieldPointers);
  const choices = fields
    .filter((field) => field.leaf && !isEnvelope(field))
    .map((field) => toChoice(field, changed));
  return [...choices.filter((choice) => choice.isNew), ...choices.filter((choice) => !choice.isNew)];
}

/** The path of a field; of one that the draft no longer has, what its pointer says. */
export function pathOfChoice(pointer: string, choices: readonly FieldChoice[]): string {
  return choices.find((choice) => choice.pointer === pointer)?.path ?? pathOfPointer(pointer);
}

/** What every event has, and no metric is about. */
function isEnvelope(field: Field): boolean {
  return field.path === '$schema' || field.path.startsWith('meta.');
}

function toChoice(field: Field, changed: ReadonlySet<string>): FieldChoice {
  const { pointer, path, type, valueType, description } = field;
  return {
    pointer,
    path,
    type: valueType ? `${type} of ${valueType}` : type,
    description: description ?? '',
    isNew: changed.has(pointer),
  };
}
