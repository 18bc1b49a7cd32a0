import { isJsonObject, type Json, type JsonObject } from '../schema/json';

/** Deeper types are written as `unknown`. */
const maxDepth = 100;

/**
 * The TypeScript type of a materialized schema's events, as one exported interface with the descriptions as comments.
 * The name is made an identifier in PascalCase (`analytics/button/click` is `AnalyticsButtonClick`).
 * Limits, patterns and formats have no counterpart in types and are left out.
 */
export function toTypeScript(schema: JsonObject, name: string): string {
  const title = printComment(schema['description'], '');
  return `${title}export interface ${typeNameOf(name)} ${printObject(schema, '', 0)}\n`;
}

/** Makes an identifier of any text; `Event` where no letter or digit is left of it. */
function typeNameOf(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  if (joined === '') return 'Event';
  // `Record` is a word that the type itself uses.
  return /^\d/.test(joined) || joined === 'Record' ? `Event${joined}` : joined;
}

function printComment(description: Json | undefined, indent: string): string {
  if (typeof description !== 'string' || description.trim() === '') return '';
  const lines = description
    .trim()
    .replaceAll('*/', '*\\/')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd());
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`;
}

function printType(schema: Json | undefined, indent: string, depth: number): string {
  if (schema === false) return 'never';
  if (!isJsonObject(schema) || depth > maxDepth) return 'unknown';
  if (Object.hasOwn(schema, 'const')) return printLiteral(schema['const'] ?? null);
  if (Array.isArray(schema['enum'])) return union(schema['enum'].map(printLiteral));
  const parts = [printOwnType(schema, indent, depth), ...printBranches(schema, indent, depth)];
  const known = parts.filter((part) => part !== 'unknown');
  if (known.length <= 1) return known[0] ?? 'unknown';
  return known.map((part) => `(${part})`).join(' & ');
}

function printBranches(schema: JsonObject, indent: string, depth: number): string[] {
  return (['oneOf', 'anyOf', 'allOf'] as const).flatMap((keyword) => {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || branches.length === 0) return [];
    const types = branches.map((branch) => printType(branch, indent, depth + 1));
    return keyword === 'allOf' ? types : [union(types)];
  });
}

function printOwnType(schema: JsonObject, indent: string, depth: number): string {
  const { type } = schema;
  if (Array.isArray(type)) {
    return union(type.map((single) => printOwnType({ ...schema, type: single }, indent, depth)));
  }
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return printList(schema['items'], indent, depth);
    case 'object':
      return printObject(schema, indent, depth);
    default:
      return type === undefined && isJsonObject(schema['properties'])
        ? printObject(schema, indent, depth)
        : 'unknown';
  }
}

function printList(items: Json | undefined, indent: string, depth: number): string {
  if (Array.isArray(items)) {
    const types = items.map((item) => `(${printType(item, indent, depth + 1)})?`);
    return `[${[...types, '...unknown[]'].join(', ')}]`;
  }
  return `(${printType(items ?? true, indent, depth + 1)})[]`.replace(/^\((\w+)\)\[\]$/, '$1[]');
}

function printObject(schema: JsonObject, indent: string, depth: number): string {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  const inner = `${indent}  `;
  const types: string[] = [];
  let optional = false;
  const lines = Object.entries(properties).map(([name, property]) => {
    const type = printType(property, inner, depth + 1);
    types.push(type);
    optional ||= !required.has(name);
    const comment = printComment(isJsonObject(property) ? property['description'] : undefined, inner);
    return `${comment}${inner}${printName(name)}${required.has(name) ? '' : '?'}: ${type};\n`;
  });
  const rest = schema['additionalProperties'];
  if (isJsonObject(rest) || rest === true || (types.length === 0 && rest !== false)) {
    const values = [printType(rest ?? true, inner, depth + 1), ...types, ...(optional ? ['undefined'] : [])];
    lines.push(`${inner}[name: string]: ${union(values)};\n`);
  }
  if (lines.length > 0) return `{\n${lines.join('')}${indent}}`;
  return depth === 0 ? '{}' : 'Record<string, never>';
}

function union(types: string[]): string {
  const different = [...new Set(types)];
  if (different.length === 0) return 'never';
  if (different.includes('unknown')) return 'unknown';
  return different
    .map((type) => (different.length > 1 && /[&|]/.test(type) ? `(${type})` : type))
    .join(' | ');
}

function printName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : printText(name);
}

/** A JSON value as a literal type; JSON is TypeScript but for the two line ends of Unicode. */
function printLiteral(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printLiteral).join(', ')}]`;
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(
      ([name, inner]) => `${printText(name)}: ${printLiteral(inner)}`,
    );
    return `{ ${members.join('; ')} }`;
  }
  return typeof value === 'string' ? printText(value) : String(value);
}

function printText(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
