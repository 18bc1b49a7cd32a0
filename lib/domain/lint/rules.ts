import type { LintRule } from './rule';
import { schemaDeterministicTypes } from './rules/schema-deterministic-types';
import { schemaEnforcedNumericBounds } from './rules/schema-enforced-numeric-bounds';
import { schemaExamplesAreValid } from './rules/schema-examples-are-valid';
import { schemaExamplesSchemaMatchesSchemaId } from './rules/schema-examples-schema-matches-schema-id';
import { schemaIsSecure } from './rules/schema-is-secure';
import { schemaIsValid } from './rules/schema-is-valid';
import { schemaRequiredPropertiesExist } from './rules/schema-required-properties-exist';
import { schemaSnakeCaseProperties } from './rules/schema-snake-case-properties';

/** The statements of jsonschema-tools' own repository tests, under its names (conformance.md B2). */
const upstreamRules: LintRule[] = [
  schemaIsValid,
  schemaIsSecure,
  schemaSnakeCaseProperties,
  schemaDeterministicTypes,
  schemaRequiredPropertiesExist,
  schemaExamplesSchemaMatchesSchemaId,
  schemaExamplesAreValid,
  schemaEnforcedNumericBounds,
];

/** Every lint rule. */
export const rules: readonly LintRule[] = [...upstreamRules];
