import { fixOf } from '../field-report';
import type { LintRule, Report } from '../rule';

/**
 * The title is the path of the schema's folder, without a leading slash.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const titleMatchesPath: LintRule = {
  name: 'title-matches-path',
  check: (context) => {
    const { expectedTitle, source } = context.input;
    const { title } = source.value;
    const expected = expectedTitle ?? (typeof title === 'string' ? title.replace(/^\/+|\/+$/g, '') : null);
    if (title === expected && typeof title === 'string') return [];
    const isThere = title !== undefined;
    const report: Report = {
      severity: 'error',
      path: isThere ? '/title' : '',
      subject: 'source',
      params: { title: title ?? null, expected },
    };
    const edits = isThere && expected !== null ? context.editor.replaceValue('/title', expected) : null;
    return [{ ...report, fix: fixOf(`Set the title to ${expected}`, edits) }];
  },
};
