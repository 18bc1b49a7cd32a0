import { coerceVersion, parseSchemaId, toSchemaId } from '../../schema/schema-id';
import { fixOf } from '../field-report';
import type { LintRule, Report } from '../rule';

/**
 * `$id` is `/TITLE/X.Y.Z`, with the schema's own title and a full version.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const idMatchesTitleAndVersion: LintRule = {
  name: 'id-matches-title-and-version',
  check: (context) => {
    const id = context.input.source.value.$id;
    const title = context.input.expectedTitle ?? context.title;
    const parsed = typeof id === 'string' ? parseSchemaId(id) : null;
    if (parsed && parsed.title === title) return [];
    const version = parsed?.version ?? (typeof id === 'string' ? coerceVersion(id) : null);
    const expected = title !== '' && version !== null ? toSchemaId(title, version) : null;
    const isThere = id !== undefined;
    const report: Report = {
      severity: 'error',
      path: isThere ? '/$id' : '',
      subject: 'source',
      params: { id: id ?? null, expected },
    };
    const edits = isThere && expected !== null ? context.editor.replaceValue('/$id', expected) : null;
    return [{ ...report, fix: fixOf(`Set $id to ${expected}`, edits) }];
  },
};
