import type { Fix } from '../../findings/finding';
import { findInsecurities } from '../../validate/validate-schema';
import type { ValidationError } from '../../validate/validation-error';
import type { LintContext } from '../context';
import type { LintRule, Report } from '../rule';
import { keywordOf } from '../schema-node';
import { checkSourceAndMaterialized, type Violation } from '../upstream';

/** Room enough for every value of the format. */
const roomFor: Record<string, number> = {
  'date-time': 128,
  date: 64,
  time: 64,
  uri: 8192,
  'uri-reference': 8192,
  uuid: 64,
  ipv4: 64,
  ipv6: 64,
  hostname: 256,
};

function toViolation(error: ValidationError): Violation {
  const missing = error.params.missingProperty;
  if (typeof missing !== 'string') return { pointer: error.path, params: { missing: null, because: null } };
  // The schema path names the keyword that asks for another: `…/dependencies/format/required`.
  const because = /\/dependencies\/([a-zA-Z]+)\//.exec(error.schemaPath)?.[1] ?? null;
  return { pointer: error.path, params: { missing, because } };
}

function fixFor(report: Report, context: LintContext): Fix | null {
  if (report.params.missing !== 'maxLength') return null;
  const path = report.subject === 'source' ? report.path : context.map.originsOf(report.path).own[0];
  if (path === undefined) return null;
  const format = keywordOf(context.map.valueAt(path), 'format');
  const room = typeof format === 'string' && Object.hasOwn(roomFor, format) ? (roomFor[format] ?? 256) : 256;
  const member = { key: 'maxLength', value: room };
  const edits = context.editor.addTo(path, [member], ['format', 'pattern', 'type']);
  return edits && { label: `Add maxLength: ${room}`, edits };
}

/**
 * A schema cannot be used to slow its validator down: a `pattern` or `format` says how long the text may be.
 * @see https://github.com/ajv-validator/ajv/blob/v6/README.md#security-risks-of-trusted-schemas
 */
export const schemaIsSecure: LintRule = {
  name: 'schema-is-secure',
  upstream: true,
  check: (context) =>
    checkSourceAndMaterialized(context, (schema) => findInsecurities(schema).map(toViolation)).map(
      (report) => ({ ...report, fix: fixFor(report, context) }),
    ),
};
