import { pick, refuse } from './chance';
import { cast, dropOutOfBounds } from './cast';
import { listOf } from './list';
import { objectOf } from './object';
import { integerOf, numberOf, textOf } from './scalars';
import { textFromPattern } from './from-pattern';
import { avoiding, clean, type Generate, isNode, type Node, type Path, withoutKeys } from './nodes';
import { References } from './references';
import { resolveNode } from './resolve';

/** More steps than this are refused: no example that a person would read is that large. */
const MAX_STEPS = 200_000;

/**
 * Makes an example of a copy of a schema, which it changes. See conformance.md A5 for what each type gives. `original` is
 * what references in it refer to.
 */
export function generateExample(schema: Node, original: Node): unknown {
  let steps = 0;
  const references = new References(original);
  const make = (given: unknown, path: Path, root?: unknown): unknown => {
    steps += 1;
    if (steps > MAX_STEPS) refuse('too-large', path);
    return makeValue(resolveNode(given, { path, references }), { path, root }, generate);
  };
  const anything = { type: ['integer', 'number', 'string', 'boolean'] };
  const generate: Generate = Object.assign(make, { anything });
  return generate(schema, []);
}

function makeValue(
  resolved: unknown,
  { path, root }: { path: Path; root: unknown },
  generate: Generate,
): unknown {
  if (!resolved) return undefined;
  if (typeof resolved !== 'object') return refuse('not-a-schema', path);
  let schema = resolved as Node;
  // What stands under `properties` are names, not keywords.
  if (path.at(-1) !== 'properties') {
    if ('default' in schema) return schema['default'];
    if ('template' in schema) refuse('generator-keyword', path, 'template');
    if ('const' in schema) return schema['const'];
  }
  const forbidden = schema['not'];
  if (forbidden && typeof forbidden === 'object') {
    schema = avoiding(forbidden as Node, withoutKeys(schema, ['not']), path);
    if (schema['type'] === 'object') return clean(generate(schema, [...path, 'not'], root), schema);
  }
  const choose = schema['thunk'];
  if (typeof choose === 'function') return generate((choose as (root: unknown) => unknown)(root), path);
  if (typeof schema['pattern'] === 'string')
    return cast(textFromPattern(schema['pattern']), 'string', { schema, path });
  if (Array.isArray(schema['enum'])) return enumValue(schema, path);
  if (schema['jsonPath']) return schema;
  const type = typeOf(schema, path);
  return typeof type === 'string'
    ? valueOfType(type, { schema, path }, generate)
    : membersOf(schema, path, generate);
}

function enumValue(schema: Node, path: Path): unknown {
  const type = schema['type'];
  if (type === 'integer' || type === 'number') dropOutOfBounds(schema);
  return cast(pick(schema['enum'] as unknown[]), type, { schema, path });
}

function typeOf(schema: Node, path: Path): unknown {
  const type = schema['type'];
  if (Array.isArray(type)) return pick(type);
  if (type !== undefined) return type;
  const inferred = inferType(schema, path);
  if (inferred) schema['type'] = inferred;
  return inferred;
}

const typicalKeywords: [string, string[]][] = [
  ['array', ['additionalItems', 'items', 'maxItems', 'minItems', 'uniqueItems']],
  ['integer', ['exclusiveMaximum', 'exclusiveMinimum', 'maximum', 'minimum', 'multipleOf']],
  [
    'object',
    [
      'additionalProperties',
      'dependencies',
      'maxProperties',
      'minProperties',
      'patternProperties',
      'properties',
      'required',
    ],
  ],
  ['string', ['maxLength', 'minLength', 'pattern', 'format']],
];
const holders = [
  'additionalItems',
  'items',
  'additionalProperties',
  'dependencies',
  'patternProperties',
  'properties',
];

/** The type that a schema without one has by its keywords. */
function inferType(schema: Node, path: Path): string | undefined {
  if (holders.includes(path.at(-1) ?? '')) return undefined;
  return typicalKeywords.find(([, keywords]) =>
    keywords.some((keyword) => Object.hasOwn(schema, keyword)),
  )?.[0];
}

function valueOfType(
  type: string,
  { schema, path }: { schema: Node; path: Path },
  generate: Generate,
): unknown {
  switch (type) {
    case 'boolean':
      return false;
    case 'null':
      return null;
    case 'integer':
      return integerOf(schema, path);
    case 'number':
      return numberOf(schema, path);
    case 'string':
      return textOf(schema, path);
    case 'array':
      return listOf(schema, path, generate);
    case 'object':
      return objectOf(schema, path, generate);
    default:
      return refuse('unknown-type', path, type);
  }
}

/** Without a type, each member is made on its own; what is no schema stands as it is. */
function membersOf(schema: Node, path: Path, generate: Generate): unknown {
  const copy: Node = Array.isArray(schema) ? ([] as unknown as Node) : {};
  for (const key of Object.keys(schema)) {
    const member = schema[key];
    const isSchema = typeof member === 'object' && key !== 'definitions';
    copy[key] = isSchema ? clean(generate(member, [...path, key], copy), schema[key]) : member;
  }
  return isNode(copy) || Array.isArray(copy) ? copy : undefined;
}
