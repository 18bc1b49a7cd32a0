import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { sampleValue } from '../views/sample-value';
import { candidateLists } from './candidate-lists';
import { candidateObjects } from './candidate-objects';
import { listOf, plainValues, scalarValues, textsNearPattern } from './candidate-scalars';
import { refusedValues } from './refused-values';
import { distinct, validSample } from './valid-sample';

/**
 * Values on which two versions of a field may disagree: what each of them names itself, what lies on both sides of
 * each limit, and something of each type. The likeliest come first.
 */
export function candidateValues(schemas: readonly JsonObject[], current: Json | undefined): Json[] {
  return distinct([
    ...scalarValues(schemas),
    ...candidateLists(schemas),
    ...schemas.flatMap(branchValues),
    ...schemas.flatMap((schema) => [validSample(schema, 'required'), validSample(schema, 'all')]),
    ...candidateObjects(schemas, current),
    ...plainValues,
    ...schemas.flatMap((schema) => refusedValues(schema)),
    ...schemas.flatMap(textsNearPattern),
  ]);
}

/** A value for each branch of `anyOf`, `oneOf` and their like. */
function branchValues(schema: JsonObject): Json[] {
  const branches = ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => listOf(schema[keyword]));
  const single = ['not', 'if', 'then', 'else'].map((keyword) => schema[keyword]).filter(isJsonObject);
  return [...branches, ...single].filter(isJsonObject).flatMap((branch) => {
    const whole = { ...schema, ...branch, oneOf: null, anyOf: null };
    const samples = [
      validSample(branch, 'required'),
      validSample(branch, 'all'),
      sampleValue(whole, 'required'),
    ];
    return [...samples, ...scalarValues([branch])];
  });
}
