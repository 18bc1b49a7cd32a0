import type { Json, JsonObject } from '../../schema/json';
import { findCompileProblems } from '../../validate/compile-problems';
import { validateEvent } from '../../validate/validate-event';
import { describeValidationError } from '../../validate/validation-error';
import type { LintRule } from '../rule';
import { checkMaterialized, unreadable, type Violation } from '../upstream';

/** Upstream's test throws, and so fails, where the schema cannot be compiled; an empty list is never looked at. */
function findInvalidExamples(schema: JsonObject): Violation[] {
  if (!Object.hasOwn(schema, 'examples')) return [];
  const { examples } = schema;
  if (!Array.isArray(examples)) return [unreadable('/examples')];
  if (examples.length === 0) return [];
  const broken = findCompileProblems(schema);
  if (broken.length > 0) {
    return broken.map((problem) => ({
      pointer: problem.pointer,
      params: { example: null, place: null, problem: problem.problem, value: problem.value },
    }));
  }
  return examples.flatMap((example: Json, index) =>
    validateEvent(schema, example).map((error) => ({
      pointer: `/examples/${index}${error.path}`,
      params: {
        example: index,
        place: error.path,
        problem: describeValidationError(error),
        value: null,
      },
    })),
  );
}

/**
 * Each example is an event that the schema accepts.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const schemaExamplesAreValid: LintRule = {
  name: 'schema-examples-are-valid',
  upstream: true,
  check: (context) => checkMaterialized(context, findInvalidExamples),
};
