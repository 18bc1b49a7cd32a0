import { findSchemaErrors } from '../../validate/validate-schema';
import { describeValidationError } from '../../validate/validation-error';
import type { LintRule } from '../rule';
import { checkMaterialized } from '../upstream';

/**
 * The materialized schema is a valid draft-07 schema.
 * @see https://gitlab.wikimedia.org/repos/data-engineering/jsonschema-tools
 */
export const schemaIsValid: LintRule = {
  name: 'schema-is-valid',
  upstream: true,
  check: (context) =>
    checkMaterialized(context, (schema) =>
      findSchemaErrors(schema).map((error) => ({
        pointer: error.path,
        params: { problem: describeValidationError(error) },
      })),
    ),
};
