import type { Finding } from '@/lib/domain/findings/finding';
import { lintSchema } from '@/lib/domain/lint/lint';
import type { LintInput } from '@/lib/domain/lint/lint-input';
import { rules } from '@/lib/domain/lint/rules';
import { listFields } from '@/lib/domain/schema/fields';
import type { Field, SchemaSource } from '@/lib/domain/schema/types';
import { type MaterializedSource, materializedValue } from './materialized-source';
import type { Namespace } from './namespace';

/** Our own rules: a version that is released cannot be changed to please them. */
const ownRules: ReadonlySet<string> = new Set(
  rules.filter(({ upstream }) => !upstream).map(({ name }) => name),
);

/** What a source is asked by our own rules. */
export interface Asked {
  /** True where no version of the schema was released before. */
  isNewSchema: boolean;
  /** The fields whose style is looked at; null means all of them. */
  fields: ReadonlySet<string> | null;
}

/** Checks a source with every rule, its reading and materializing included. */
export function lintSource(namespace: Namespace, made: MaterializedSource, asked: Asked): Finding[] {
  const { source, result, schema } = made;
  const value = materializedValue(made);
  const findings = lintSchema({
    ...settings(namespace),
    source,
    materialized: value,
    get fields() {
      return value === null ? [] : listFields(value, result.origins);
    },
    expectedTitle: schema.title,
    isNewSchema: asked.isNewSchema,
    newFieldPointers: asked.fields,
  });
  return [...made.readFindings, ...result.findings, ...findings];
}

/** Checks a released version with upstream's rules alone. */
export function lintVersion(namespace: Namespace, source: SchemaSource, title: string): Finding[] {
  return lintSchema({
    ...settings(namespace),
    source,
    materialized: source.value,
    get fields() {
      return listFields(source.value);
    },
    expectedTitle: title,
    isNewSchema: false,
    newFieldPointers: new Set(),
    ignoredRules: ownRules,
  });
}

/** Rules about what a source says itself, which a materialized text does not tell from what a fragment says. */
const rulesOfSources: ReadonlySet<string> = new Set(['no-meta-dt-required']);

/** A version that was not released before. */
export interface NewVersion {
  source: SchemaSource;
  title: string;
  /** The version's fields, told apart by where they come from. */
  fields: Field[];
  asked: Asked;
}

/** Checks a version that can still be changed with every rule that a materialized text can answer for. */
export function lintNewVersion(namespace: Namespace, version: NewVersion): Finding[] {
  const { source, title, fields, asked } = version;
  return lintSchema({
    ...settings(namespace),
    source,
    materialized: source.value,
    fields,
    expectedTitle: title,
    isNewSchema: asked.isNewSchema,
    newFieldPointers: asked.fields,
    ignoredRules: rulesOfSources,
  });
}

function settings({
  checkout,
  memory,
  lookup,
}: Namespace): Pick<LintInput, 'enforcedNumericBounds' | 'skipSchemaTestCases' | 'memory' | 'lookup'> {
  const { enforcedNumericBounds, skipSchemaTestCases } = checkout.config;
  return { memory, lookup, enforcedNumericBounds, skipSchemaTestCases };
}
