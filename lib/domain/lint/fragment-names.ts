import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { filePathOf, ROOT, resolveReference, stepsOf, stripHash } from '../schema/ref-uri';
import { refOf } from '../schema/resolve-pointer';
import type { LintContext } from './context';
import { type InstanceStep, inPlace, instanceStepsOf, ofItems } from './same-instance';
import { keywordOf, propertiesOf, requiredNamesOf } from './schema-node';

/** A reference out of the source, and of which values it speaks. */
interface OuterReference {
  ref: string;
  steps: readonly InstanceStep[];
}

const known = new WeakMap<LintContext, readonly OuterReference[]>();

/**
 * The first `$ref` of the source whose target says something of a member of this name, of the values of which one of
 * the source's schemas speaks: it declares or requires it, or judges names by a pattern. One whose target is not known
 * may say anything. Null where none does.
 */
export function fragmentNaming(
  context: LintContext,
  schemas: readonly string[],
  name: string,
): string | null {
  const references = known.get(context) ?? outerReferences(context);
  known.set(context, references);
  for (const { ref, steps } of references) {
    const target = targetOf(context, ref);
    for (const schema of schemas) {
      const inside = stepsInside(steps, instanceStepsOf(context, schema));
      if (inside === null) continue;
      if (target === null || schemasAt(target, inside).some((one) => speaksOf(one, name))) return ref;
    }
  }
  return null;
}

function outerReferences(context: LintContext): OuterReference[] {
  return context.sourceNodes.flatMap(({ pointer, schema }) => {
    const ref = refOf(schema);
    const place = ref === null ? ROOT : resolveReference(ROOT, ref);
    if (ref === null || (place !== null && stripHash(place) === ROOT)) return [];
    return [{ ref, steps: instanceStepsOf(context, pointer) }];
  });
}

/** Null where it is not known: nobody can say here what the reference means, or it means nothing. */
function targetOf({ input }: LintContext, ref: string): Json | null {
  const place = resolveReference(ROOT, ref);
  const path = place === null ? null : filePathOf(stripHash(place));
  const steps = place === null ? null : stepsOf(place);
  if (path === null || steps === null) return null;
  try {
    const document = input.lookup?.(path);
    return steps.reduce<Json | undefined>((at, key) => keywordOf(at, key), document) ?? null;
  } catch {
    return null;
  }
}

/** The steps from one place to another; null where it is not inside. */
function stepsInside(outer: readonly InstanceStep[], steps: readonly InstanceStep[]): InstanceStep[] | null {
  const isInside = outer.every(
    (step, index) => step.kind === steps[index]?.kind && step.name === steps[index]?.name,
  );
  return isInside ? steps.slice(outer.length) : null;
}

/** All subschemas that speak of the values at the end of the steps. */
function schemasAt(root: Json, steps: readonly InstanceStep[]): JsonObject[] {
  let here = withInPlace([root]);
  for (const step of steps) here = withInPlace(here.flatMap((schema) => membersOf(schema, step)));
  return here;
}

function membersOf(schema: JsonObject, { kind, name }: InstanceStep): Json[] {
  if (kind === 'property') return [keywordOf(propertiesOf(schema), name) ?? null];
  const keywords = kind === 'item' ? ofItems : ['additionalProperties'];
  const values = keywords.flatMap((keyword) => keywordOf(schema, keyword) ?? null).flat();
  const patterns = keywordOf(schema, 'patternProperties');
  return kind === 'value' && isJsonObject(patterns) ? [...values, ...Object.values(patterns)] : values;
}

function withInPlace(schemas: readonly Json[]): JsonObject[] {
  const found: JsonObject[] = [];
  const open = [...schemas];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isJsonObject(next)) continue;
    found.push(next);
    for (const keyword of inPlace) for (const part of partsOf(next, keyword)) open.push(part);
  }
  return found;
}

function partsOf(schema: JsonObject, keyword: string): Json[] {
  const value = keywordOf(schema, keyword);
  if (value === undefined || Array.isArray(value)) return value ?? [];
  if (keyword !== 'dependencies') return [value];
  return isJsonObject(value) ? Object.values(value) : [];
}

function speaksOf(schema: JsonObject, name: string): boolean {
  const dependencies = keywordOf(schema, 'dependencies');
  return (
    Object.hasOwn(propertiesOf(schema), name) ||
    requiredNamesOf(schema).includes(name) ||
    Object.hasOwn(schema, 'patternProperties') ||
    Object.hasOwn(schema, 'propertyNames') ||
    (isJsonObject(dependencies) &&
      (Object.hasOwn(dependencies, name) ||
        Object.values(dependencies).some((list) => isListWith(list, name))))
  );
}

function isListWith(value: Json, name: string): boolean {
  return Array.isArray(value) && value.includes(name);
}
