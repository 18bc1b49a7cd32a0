import type { LintRule } from './rule';
import { arrayItems } from './rules/array-items';
import { dateTimeFormat } from './rules/date-time-format';
import { descriptionSpeaksOfAction } from './rules/description-speaks-of-action';
import { enumOfOneType } from './rules/enum-of-one-type';
import { eventRequiredProperties } from './rules/event-required-properties';
import { explicitNumericBounds } from './rules/explicit-numeric-bounds';
import { fieldServesNoMetric } from './rules/field-serves-no-metric';
import { formatIsKnown } from './rules/format-is-known';
import { idMatchesTitleAndVersion } from './rules/id-matches-title-and-version';
import { impressionOverClick } from './rules/impression-over-click';
import { metricWithoutField } from './rules/metric-without-field';
import { nestedRequiredPropertiesExist } from './rules/nested-required-properties-exist';
import { nestedSnakeCaseProperties } from './rules/nested-snake-case-properties';
import { neverCollected } from './rules/never-collected';
import { noAdditionalProperties } from './rules/no-additional-properties';
import { noAnyOf } from './rules/no-any-of';
import { noMetaDtRequired } from './rules/no-meta-dt-required';
import { noPatternProperties } from './rules/no-pattern-properties';
import { noUnionTypes } from './rules/no-union-types';
import { patternIsSafe } from './rules/pattern-is-safe';
import { personalData } from './rules/personal-data';
import { preferId } from './rules/prefer-id';
import { propertyDescription } from './rules/property-description';
import { refPinned } from './rules/ref-pinned';
import { reservedPropertyName } from './rules/reserved-property-name';
import { rootIsObject } from './rules/root-is-object';
import { sameFieldInFragment } from './rules/same-field-in-fragment';
import { schemaDeterministicTypes } from './rules/schema-deterministic-types';
import { schemaDialect } from './rules/schema-dialect';
import { schemaEnforcedNumericBounds } from './rules/schema-enforced-numeric-bounds';
import { schemaExamplesAreValid } from './rules/schema-examples-are-valid';
import { schemaExamplesSchemaMatchesSchemaId } from './rules/schema-examples-schema-matches-schema-id';
import { schemaIsSecure } from './rules/schema-is-secure';
import { schemaIsValid } from './rules/schema-is-valid';
import { schemaRequiredPropertiesExist } from './rules/schema-required-properties-exist';
import { schemaSnakeCaseProperties } from './rules/schema-snake-case-properties';
import { titleMatchesPath } from './rules/title-matches-path';
import { unionNumericBounds } from './rules/union-numeric-bounds';
import { unitsInName } from './rules/units-in-name';

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

/** What those tests let through (conformance.md B2 and B3, gaps and traps). */
const stricterRules: LintRule[] = [
  nestedSnakeCaseProperties,
  nestedRequiredPropertiesExist,
  enumOfOneType,
  noAnyOf,
  noPatternProperties,
  noUnionTypes,
  arrayItems,
  unionNumericBounds,
  reservedPropertyName,
  patternIsSafe,
  formatIsKnown,
];

/** The style of an event schema (rules.md). */
const styleRules: LintRule[] = [
  titleMatchesPath,
  idMatchesTitleAndVersion,
  schemaDialect,
  rootIsObject,
  refPinned,
  eventRequiredProperties,
  noMetaDtRequired,
  noAdditionalProperties,
  propertyDescription,
  descriptionSpeaksOfAction,
  preferId,
  impressionOverClick,
  unitsInName,
  dateTimeFormat,
  explicitNumericBounds,
];

/** Nothing is collected that nobody needs (rules.md). */
const parsimonyRules: LintRule[] = [fieldServesNoMetric, metricWithoutField, sameFieldInFragment];

/** What is never collected, and what a person must decide on (rules.md). */
const privacyRules: LintRule[] = [neverCollected, personalData];

/** Every lint rule, in the order in which they are explained. */
export const rules: readonly LintRule[] = [
  ...upstreamRules,
  ...stricterRules,
  ...styleRules,
  ...parsimonyRules,
  ...privacyRules,
];
