import type { Finding, Fix } from '../findings/finding';
import { addExample } from '../schema/example/add-example';
import { isJsonObject, type JsonObject } from '../schema/json';
import { readSource } from '../schema/read-source';
import type { RepositoryConfig } from '../schema/repository-config';
import { isFragmentTitle } from '../schema/schema-id';
import { serializeYaml } from '../schema/serialize-yaml';
import type { SchemaSource } from '../schema/types';

/** The name of the rule, and its key in the catalogue. */
export const examplesRule = 'examples-written-by-author';

/**
 * A schema that is to be exported has an example that a person wrote (conformance.md A5: generated ones depend on
 * chance and clock, may be invalid, and teach nobody anything). A fragment needs one only where the repository would
 * generate one. Gives a finding with a generated suggestion as its fix, or null.
 */
export function checkExamples(
  source: SchemaSource,
  schema: JsonObject | null,
  { title, config }: { title: string; config: RepositoryConfig },
): Finding | null {
  if (isFragmentTitle(title) && !config.shouldGenerateExample) return null;
  const examples = Object.hasOwn(source.value, 'examples') ? source.value['examples'] : undefined;
  if (Array.isArray(examples) && examples.length > 0) return null;
  const finding: Finding = { rule: examplesRule, severity: 'error', path: '', subject: 'source', params: {} };
  const range = source.rangeOf('/examples', 'key') ?? source.rangeOf('/title', 'key');
  if (range) finding.range = range;
  const fix = examples === undefined && schema ? suggestExample(source, schema, config) : null;
  if (fix) finding.fix = fix;
  return finding;
}

/** Null where no example can be generated, or where the text would not hold it. */
function suggestExample(source: SchemaSource, schema: JsonObject, config: RepositoryConfig): Fix | null {
  const example = generateExample(schema, config.schemaVersionField);
  if (example === null || source.format !== 'yaml') return null;
  const { text } = source;
  const addition = `${text === '' || text.endsWith('\n') ? '' : '\n'}${serializeYaml({ examples: [example] })}`;
  const read = readSource(text + addition);
  const isRead = read.source && Array.isArray(read.source.value['examples']) && read.findings.length === 0;
  if (!isRead) return null;
  return {
    label: 'Add a generated example, to be made a real one',
    edits: [{ start: text.length, end: text.length, text: addition }],
  };
}

function generateExample(schema: JsonObject, versionField: string): JsonObject | null {
  const copy = structuredClone(schema);
  delete copy['examples'];
  try {
    addExample(copy, versionField, null);
  } catch {
    // The generator refuses what it cannot do; then a person writes the example from nothing.
    return null;
  }
  const [example] = Array.isArray(copy['examples']) ? copy['examples'] : [];
  return isJsonObject(example) ? example : null;
}
