import type { Json } from '../../schema/json';
import { findUnlessPassed, type Passed } from '../memory';
import { withRenameFix } from '../rename-fix';
import type { LintRule } from '../rule';
import { isSnakeCase } from '../snake-case';
import {
  checkSourceAndMaterialized,
  looseAllOf,
  looseProperties,
  unreadable,
  type Violation,
} from '../upstream';

function findMisnamed(node: Json, pointer: string, passed: Passed): Violation[] {
  return findUnlessPassed(node, passed, () => namesIn(node, pointer, passed));
}

function namesIn(node: Json, pointer: string, passed: Passed): Violation[] {
  if (node === null) return [unreadable(pointer)];
  const members = looseAllOf(node);
  if (members === null) return [unreadable(pointer)];
  const inMembers = members.flatMap((member, index) =>
    findMisnamed(member, `${pointer}/allOf/${index}`, passed),
  );
  const inProperties = looseProperties(node, pointer).flatMap((property) => {
    const own: Violation[] = isSnakeCase(property.name)
      ? []
      : [{ pointer: property.pointer, params: { name: property.name } }];
    return own.concat(findMisnamed(property.value, property.pointer, passed));
  });
  return [...inMembers, ...inProperties];
}

/**
 * The names of properties are lower snake_case.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const schemaSnakeCaseProperties: LintRule = {
  name: 'schema-snake-case-properties',
  upstream: true,
  check: (context) => {
    const passed = context.memory.passed('schema-snake-case-properties');
    return checkSourceAndMaterialized(context, (schema) => findMisnamed(schema, '', passed)).map((report) =>
      withRenameFix(report, context),
    );
  },
};
