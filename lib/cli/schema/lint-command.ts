import { type CommandCall, type CommandResult, readRepositoryWords, statusOf } from './command';
import { lintSource } from './lint-schema-file';
import { sortFindings } from './located-finding';
import { sourcePath } from './materialized-source';
import { loadNamespace } from './namespace';
import { plural } from './print-findings';
import { findingPlaces, ruleReadingFindings } from './repository-findings';

/** `lint DIR [--refs DIR]…`: every rule on the source of every schema, style included for all of its fields. */
export function runLint(call: CommandCall): CommandResult {
  const { root, refs, format } = readRepositoryWords(call);
  const namespace = loadNamespace(call.fileSystem, { root, refs });
  const { checkout } = namespace;
  const places = findingPlaces(checkout, call.cwd);
  const findings = ruleReadingFindings(checkout, places);
  for (const schema of checkout.tree.schemas) {
    const made = namespace.materializeSource(schema);
    if (made === null) continue;
    const file = sourcePath(schema, checkout.config);
    findings.push(
      ...lintSource(namespace, made, { isNewSchema: schema.versions.length === 0, fields: null }).map(
        (finding) => places.locate(finding, file),
      ),
    );
  }
  const outcome = {
    findings: sortFindings(findings),
    subject: plural(checkout.tree.schemas.length, 'schema'),
  };
  return { format, outcome, status: statusOf(outcome) };
}
