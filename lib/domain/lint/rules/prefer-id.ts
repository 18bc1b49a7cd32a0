import type { Field } from '../../schema/types';
import { fieldReport } from '../field-report';
import type { LintRule } from '../rule';

/** A name or title of a thing that has an id, with the id's name. */
function idNameFor(field: Field): string | null {
  const match =
    /^((?:[a-z0-9]+_)*(?:page|user|performer|actor|editor|article|revision|banner))_(?:title|name|text)$/.exec(
      field.name,
    );
  return match ? `${match[1]}_id` : null;
}

/**
 * An id is preferred to a name: it survives renaming, and needs no care with languages and encodings.
 * Said where the id is not collected beside it (a target's title beside its id can validate it).
 * @see https://www.mediawiki.org/wiki/Extension:EventLogging/Guide
 */
export const preferId: LintRule = {
  name: 'prefer-id',
  check: (context) => {
    if (context.ownNewFields.length === 0) return [];
    const paths = new Set(context.input.fields.map((field) => field.path));
    return context.ownNewFields.flatMap((field) => {
      const idName = field.enum === null ? idNameFor(field) : null;
      if (idName === null) return [];
      const idPath = `${field.path.slice(0, field.path.length - field.name.length)}${idName}`;
      return paths.has(idPath) ? [] : [fieldReport(field, 'warning', { name: field.name, id: idName })];
    });
  },
};
