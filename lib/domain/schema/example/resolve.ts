import { pick, refuse } from './chance';
import { isNode, mergeNodes, type Node, type Path, withoutKeys } from './nodes';
import type { References } from './references';

/** Keywords whose content is looked into when it is needed, not before. */
const lazyKeys = new Set([
  'enum',
  'const',
  'default',
  'examples',
  'required',
  'definitions',
  'items',
  'properties',
]);
/** Keywords that make the generator count, or read the clock. */
const generators = new Set(['autoIncrement', 'sequentialDate']);

/** A choice between schemas, made when its value is needed. */
type Choose = (root: unknown) => Node;

/** Where a schema stands. */
interface Place {
  path: Path;
  references: References;
}

/** Prepares a schema, in place: takes in its `allOf`, and puts a choice where a `oneOf` or `anyOf` is. */
export function resolveNode(given: unknown, place: Place): unknown {
  const { path, references } = place;
  if (given === null || given === undefined) return null;
  if (typeof given !== 'object') return given;
  const node = given as Node;
  if (typeof (node['$id'] || node['id']) === 'string') {
    delete node['id'];
    delete node['$id'];
    delete node['$schema'];
  }
  if (typeof node['$ref'] === 'string') return references.follow(node, path);
  if (Array.isArray(node['allOf'])) takeAllOf(node, node['allOf'], place);
  const options = node['oneOf'] || node['anyOf'];
  if (Array.isArray(options)) return { thunk: choice(node, options) };
  for (const key of Object.keys(node)) {
    if (typeof node[key] === 'object' && !lazyKeys.has(key))
      node[key] = resolveNode(node[key], { path: [...path, key], references });
  }
  const last = path.at(-1);
  if (last !== 'properties' && last !== 'items') refuseGenerators(node, path);
  return node;
}

function takeAllOf(node: Node, parts: unknown[], place: Place): void {
  delete node['allOf'];
  for (const part of parts) {
    const resolved = resolveNode(part, place);
    if (resolved === null) refuse('not-a-schema', place.path);
    const choose = isNode(resolved) ? resolved['thunk'] : undefined;
    mergeNodes(node, typeof choose === 'function' ? (choose as Choose)(node) : resolved);
    if (Array.isArray(node['allOf'])) resolveNode(node, place);
  }
}

function choice(node: Node, options: unknown[]): Choose {
  if (Array.isArray(node['enum']) && node['oneOf'])
    node['enum'] = node['enum'].filter((value) => !options.every((option) => isInBounds(value, option)));
  return (root) => {
    const copy = withoutKeys(node, ['anyOf', 'oneOf']);
    const chosen = pick(options);
    // Upstream falls over it: there is nothing to choose.
    if (chosen === undefined || chosen === null) throw new TypeError('no branch to choose');
    mergeNodes(copy, chosen);
    for (const option of options) if (isNode(option) && option !== chosen) dropProperties(option, copy, root);
    return copy;
  };
}

/** What only another option requires does not belong to this one. */
function dropProperties(option: Node, copy: Node, root: unknown): void {
  const names: unknown = option['required'];
  if (!names) return;
  // Upstream falls over it: the schema is malformed.
  if (!Array.isArray(names)) throw new TypeError('required is not a list');
  for (const name of names.map(String)) {
    const required = copy['required'];
    const isRequired = Array.isArray(required) && required.includes(name);
    if (isNode(copy['properties']) && !isRequired) delete copy['properties'][name];
    if (isNode(root) && isNode(root['properties'])) delete root['properties'][name];
  }
}

function isInBounds(value: unknown, option: unknown): boolean {
  const { minimum, maximum } = (isNode(option) ? option : {}) as { minimum?: number; maximum?: number };
  if (minimum === undefined && maximum === undefined) return false;
  const number = value as number;
  return (minimum === undefined || number >= minimum) && (maximum === undefined || number <= maximum);
}

function refuseGenerators(node: Node, path: Path): void {
  for (const key of Object.keys(node)) {
    const name = key.replace(/^x-/, '');
    if (generators.has(name) || name in Object.prototype) refuse('generator-keyword', path, key);
  }
}
