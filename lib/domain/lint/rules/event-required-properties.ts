import type { JsonObject } from '../../schema/json';
import { materializedOrEmpty } from '../context';
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
      (name): Report => ({ severity, path: '', subject: 'source', params: { name } }),
    );
  },
};
