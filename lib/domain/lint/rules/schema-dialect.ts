import { fixOf } from '../field-report';
import type { LintRule, Report } from '../rule';

const dialect = 'https://json-schema.org/draft-07/schema#';

/**
 * The schema says that it is written in draft-07: the one dialect that the tools along the way understand.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const schemaDialect: LintRule = {
  name: 'schema-dialect',
  check: (context) => {
    const { $schema } = context.input.source.value;
    if (typeof $schema === 'string' && /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/.test($schema))
      return [];
    const isThere = $schema !== undefined;
    const edits = isThere
      ? context.editor.replaceValue('/$schema', dialect)
      : context.editor.addTo('', [{ key: '$schema', value: dialect }], ['$id', 'title']);
    const report: Report = {
      severity: 'error',
      path: isThere ? '/$schema' : '',
      subject: 'source',
      params: { dialect: $schema ?? null },
    };
    return [{ ...report, fix: fixOf(`Set $schema to ${dialect}`, edits) }];
  },
};
