import { pick, refuse } from './chance';

/** A schema while an example is made of it: a copy that is changed on the way, and may hold choices. */
export type Node = { [key: string]: unknown };

/** A place in the schema, as the generator counts it. */
export type Path = readonly string[];

/** Makes the value of a schema at a place. `root` is the value that holds it, as far as it is made. */
export interface Generate {
  (schema: unknown, path: Path, root?: unknown): unknown;
  /** The schema of what nothing is said of: one instance an example, as an example may hold it unresolved. */
  anything: Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHolder(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** Adds the members of the one to the other: lists grow by what they lack, mappings are merged, the rest is set. */
export function mergeNodes(target: Node, source: unknown): Node {
  // A schema that is `true` takes nothing in.
  if (!isHolder(target)) return target;
  for (const [key, value] of Object.entries((source ?? {}) as Node)) {
    const before = target[key];
    if (!isHolder(value)) target[key] = value;
    else if (Array.isArray(value)) {
      target[key] ||= [];
      const list = target[key];
      if (Array.isArray(list)) for (const item of value) if (!list.includes(item)) list.push(item);
    } else target[key] = mergeNodes(isNode(before) ? before : {}, value);
  }
  return target;
}

/** A copy without some keys; a choice that stands under a key does not survive it. */
export function withoutKeys(node: Node, keys: readonly string[]): Node {
  const copy: Node = {};
  for (const [key, value] of Object.entries(node)) {
    if (keys.includes(key)) continue;
    if (Array.isArray(value)) copy[key] = [...value];
    else copy[key] = isHolder(value) || typeof value === 'function' ? mergeNodes({}, value) : value;
  }
  return copy;
}

function isEmptyNode(value: unknown): boolean {
  return isNode(value) && Object.keys(value).length === 0;
}

/** Removes empty mappings that are not required, in place. */
export function clean(value: unknown, schema: unknown, inList = false): unknown {
  if (!isHolder(value)) return value;
  if (Array.isArray(value))
    return value.map((item) => clean(item, schema, true)).filter((item) => item !== undefined);
  for (const key of Object.keys(value)) {
    if (isEmptyNode(value[key])) {
      if (mayBeRemoved(key, schema)) delete value[key];
    } else {
      const cleaned = clean(value[key], schema);
      if (!isEmptyNode(cleaned)) value[key] = cleaned;
    }
    if (value[key] === undefined) delete value[key];
  }
  return inList && Object.keys(value).length === 0 ? undefined : value;
}

function mayBeRemoved(key: string, schema: unknown): boolean {
  if (!isHolder(schema)) return true;
  const required = schema['required'];
  const values = schema['additionalProperties'];
  const isChoice = (node: unknown): boolean => isHolder(node) && typeof node['thunk'] === 'function';
  return !(Array.isArray(required) && required.includes(key)) && !isChoice(schema) && !isChoice(values);
}

const scalarTypes = ['integer', 'number', 'string', 'boolean', 'null'];

/** A schema that leads away from what `not` forbids. */
export function avoiding(forbidden: Node, schema: Node, path: Path): Node {
  const copy = mergeNodes({}, schema);
  if (forbidden['minimum'] !== undefined)
    Object.assign(copy, { maximum: forbidden['minimum'], exclusiveMaximum: true });
  if (forbidden['maximum'] !== undefined) {
    const maximum = forbidden['maximum'] as number;
    copy['minimum'] = maximum > (copy['maximum'] as number) ? 0 : maximum;
    copy['exclusiveMinimum'] = true;
  }
  if (forbidden['minLength'] !== undefined) copy['maxLength'] = forbidden['minLength'];
  if (forbidden['maxLength'] !== undefined) {
    const maxLength = forbidden['maxLength'] as number;
    copy['minLength'] = maxLength > (copy['maxLength'] as number) ? 0 : maxLength;
  }
  if (forbidden['type']) copy['type'] = pick(scalarTypes.filter((type) => differs(type, forbidden['type'])));
  else if (forbidden['enum']) copy['enum'] = [otherThan(forbidden['enum'], path)];
  const { required } = forbidden;
  if (Array.isArray(required) && isNode(copy['properties']))
    for (const name of required) delete copy['properties'][String(name)];
  return copy;
}

function differs(type: string, forbidden: unknown): boolean {
  const isNumeric = (name: unknown): boolean => name === 'number' || name === 'integer';
  const types: unknown[] = Array.isArray(forbidden) ? forbidden : [forbidden];
  return types.every((other) => (isNumeric(type) ? !isNumeric(other) : type !== other));
}

/** The draw among arbitrary values always gives `true`. */
function otherThan(values: unknown, path: Path): boolean {
  if (!Array.isArray(values)) return refuse('not-a-schema', path);
  return values.includes(true) ? refuse('never-ends', path, 'not') : true;
}
