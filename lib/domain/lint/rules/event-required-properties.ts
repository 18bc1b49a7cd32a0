import type { JsonObject } from '../../schema/json';
import { type LintContext, materializedOrEmpty } from '../context';
import { fixOf } from '../field-report';
import type { Fix } from '../../findings/finding';
import type { LintRule, Report } from '../rule';
import { propertiesOf, requiredNamesOf } from '../schema-node';

/** What an event must carry, as dotted paths, and whether the schema offers and requires it. */
function missingFrom(schema: JsonObject): string[] {
  const required = requiredNamesOf(schema);
  const properties = propertiesOf(schema);
  const missing = ['$schema', 'meta', 'dt'].filter(
    (name) => !required.includes(name) || !Object.hasOwn(properties, name),
  );
  const meta = properties.meta;
  const hasStream = requiredNamesOf(meta).includes('stream') && Object.hasOwn(propertiesOf(meta), 'stream');
  return hasStream ? missing : [...missing, 'meta.stream'];
}

/** Requires a property that is there already; in a published schema that would break what sends its events. */
function requireFix(name: string, context: LintContext): Fix | null {
  const isThere = Object.hasOwn(propertiesOf(materializedOrEmpty(context)), name);
  if (!isThere || !context.input.isNewSchema) return null;
  const list = context.map.originsOf('/required').own[0];
  return list === undefined ? null : fixOf(`Require ${name}`, context.editor.appendItem(list, name));
}

/**
 * An event schema requires `$schema`, `meta.stream` and `dt`. Fragments are exempt. In the next version of a schema that
 * never required them it is a warning, because a new requirement would break the programs that send its events.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const eventRequiredProperties: LintRule = {
  name: 'event-required-properties',
  check: (context) => {
    if (context.isFragment || !context.input.materialized) return [];
    const severity = context.input.isNewSchema ? 'error' : 'warning';
    return missingFrom(materializedOrEmpty(context)).map(
      (name): Report => ({
        severity,
        path: '',
        subject: 'source',
        params: { name },
        fix: requireFix(name, context),
      }),
    );
  },
};
