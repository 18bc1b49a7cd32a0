import type { Json, JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import type { Passed } from './memory';
import { looseAllOf, looseProperties, readLoosely, unreadable, type Violation } from './upstream';

/** What upstream's test of types finds, and the subschemas that it looks at. */
export interface TypeSurvey {
  violations: Violation[];
  /** Pointers of the subschemas that the test visits; in all others it sees nothing. */
  visited: Set<string>;
  /** Where these are remembered, they are not visited again. */
  passed: Passed | null;
}

/** Upstream's `assertDeterministicTypes`, with all failures instead of the first. */
export function findNondeterministicTypes(schema: JsonObject, passed: Passed | null = null): TypeSurvey {
  const survey: TypeSurvey = { violations: [], visited: new Set(), passed };
  visit(schema, '', survey);
  return survey;
}

function visit(node: Json, pointer: string, survey: TypeSurvey): void {
  if (survey.passed?.has(node)) return;
  const before = survey.violations.length;
  visitNode(node, pointer, survey);
  if (survey.violations.length === before) survey.passed?.add(node);
}

function visitNode(node: Json, pointer: string, survey: TypeSurvey): void {
  if (node === null) return void survey.violations.push(unreadable(pointer));
  survey.visited.add(pointer);
  const type = readLoosely(node, 'type');
  if (Array.isArray(type)) report(survey, pointer, 'union');
  if (type === 'array') visitItems(node, pointer, survey);
  if (type === 'object') visitObject(node, pointer, survey);
  const values = readLoosely(node, 'enum');
  if (Array.isArray(values) && values.includes(null)) report(survey, pointer, 'null-in-enum');
  for (const property of looseProperties(node, pointer)) {
    if (property.value !== null && !readLoosely(property.value, 'type'))
      report(survey, property.pointer, 'no-type');
    visit(property.value, property.pointer, survey);
  }
  const members = looseAllOf(node);
  if (members === null) survey.violations.push(unreadable(pointer));
  for (const [index, member] of (members ?? []).entries()) visit(member, `${pointer}/allOf/${index}`, survey);
  visitOneOf(node, pointer, survey);
}

function report({ violations }: TypeSurvey, pointer: string, reason: string): void {
  violations.push({ pointer, params: { reason } });
}

function visitItems(node: Json, pointer: string, survey: TypeSurvey): void {
  const items = readLoosely(node, 'items');
  if (!items || !readLoosely(items, 'type')) report(survey, pointer, 'items');
  if (items) visit(items, appendPointer(pointer, 'items'), survey);
}

function visitObject(node: Json, pointer: string, survey: TypeSurvey): void {
  const additional = readLoosely(node, 'additionalProperties');
  const hasSchema =
    readLoosely(node, 'properties') || readLoosely(node, 'oneOf') || readLoosely(node, 'allOf');
  if (!hasSchema && !additional) report(survey, pointer, 'no-properties');
  if (additional) visit(additional, appendPointer(pointer, 'additionalProperties'), survey);
}

function visitOneOf(node: Json, pointer: string, survey: TypeSurvey): void {
  const branches = readLoosely(node, 'oneOf');
  if (typeof branches === 'string' && branches !== '') survey.violations.push(unreadable(pointer));
  if (!Array.isArray(branches) || branches.length === 0) return;
  if (branches.includes(null)) return void survey.violations.push(unreadable(pointer));
  const types = branches.map((branch) => readLoosely(branch, 'type'));
  if (types.some((type) => type !== types[0])) {
    report(survey, pointer, 'one-of-types');
  } else if (types[0] === 'object') {
    compareRequired(branches, pointer, survey);
  }
  for (const [index, branch] of branches.entries()) visit(branch, `${pointer}/oneOf/${index}`, survey);
}

/** Upstream's test throws where a branch has no `required`, and so fails. */
function compareRequired(branches: Json[], pointer: string, survey: TypeSurvey): void {
  const lists = branches.map((branch) => readLoosely(branch, 'required'));
  const names = (list: Json | undefined) => (Array.isArray(list) ? list : []);
  const shape = names(lists[0]);
  const differs = (list: Json | undefined) =>
    !Array.isArray(list) ||
    !shape.every((name) => list.includes(name)) ||
    !list.every((name) => shape.includes(name));
  if (lists.some((list) => !Array.isArray(list))) {
    report(survey, pointer, 'one-of-without-required');
  } else if (lists.some(differs)) {
    report(survey, pointer, 'one-of-required');
  }
}
