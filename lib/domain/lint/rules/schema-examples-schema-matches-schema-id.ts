import type { Json, JsonObject } from '../../schema/json';
import type { LintContext } from '../context';
import type { LintRule, Report } from '../rule';
import { propertiesOf } from '../schema-node';
import { checkMaterialized, readLoosely, unreadable, type Violation } from '../upstream';

function findOldExamples(schema: JsonObject): Violation[] {
  if (!Object.hasOwn(schema, 'examples') || !Object.hasOwn(propertiesOf(schema), '$schema')) return [];
  const { examples } = schema;
  if (!Array.isArray(examples)) return [unreadable('/examples')];
  const id = schema.$id;
  return examples.flatMap((example: Json, index) => {
    if (example === null) return [unreadable(`/examples/${index}`)];
    const named = readLoosely(example, '$schema');
    if (Object.is(named, id)) return [];
    const pointer = named === undefined ? `/examples/${index}` : `/examples/${index}/$schema`;
    return [{ pointer, params: { named: named ?? null, id: id ?? null } }];
  });
}

function withFix(report: Report, context: LintContext): Report {
  const { id } = report.params;
  if (typeof id !== 'string' || !report.path.endsWith('/$schema')) return report;
  const edits = context.editor.replaceValue(report.path, id);
  return { ...report, fix: edits && { label: `Set $schema to ${id}`, edits } };
}

/**
 * Each example names in `$schema` exactly the version that it stands in.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const schemaExamplesSchemaMatchesSchemaId: LintRule = {
  name: 'schema-examples-$schema-matches-schema-$id',
  upstream: true,
  check: (context) => checkMaterialized(context, findOldExamples).map((report) => withFix(report, context)),
};
