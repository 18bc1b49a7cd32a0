import { integerBetween, pick, refuse, shuffle } from './chance';
import { textFromPattern } from './from-pattern';
import { type Generate, mergeNodes, type Node, type Path } from './nodes';
import { WORD } from './scalars';

/** Longer names are not tried on patterns. */
const MAX_NAME = 256;

/** What is known of an object schema while its members are chosen. */
interface Draft {
  schema: Node;
  path: Path;
  properties: Node;
  patterns: Node;
  required: string[];
  /** Whether names are allowed that the schema does not list. */
  open: boolean;
  /** The schema of values whose names are not listed. */
  additional: unknown;
  /** That of values of which nothing is said. */
  anything: Node;
  min: number;
  max: number;
  /** The schemas of the members that were chosen. */
  chosen: Node;
}

/** An object of a schema: all its properties; for a map, one value under a made-up name. */
export function objectOf(schema: Node, path: Path, generate: Generate): unknown {
  const draft = startDraft(schema, path, generate.anything);
  const { properties, patterns } = draft;
  const isBare = Object.keys(properties).length === 0 && Object.keys(patterns).length === 0;
  const asksForMore = ['minProperties', 'maxProperties', 'dependencies', 'required'];
  if (!draft.open && isBare && asksForMore.some((key) => schema[key] !== undefined)) return null;
  const names = chooseNames(draft);
  const dependent = addDependencies(schema, names);
  if (dependent.length > 0) {
    delete schema['dependencies'];
    return generate({ allOf: [...dependent, schema] }, [...path, 'properties'], schema);
  }
  for (const name of names) chooseMember(draft, name);
  fillUp(draft);
  return generate(draft.chosen, [...path, 'properties'], schema);
}

function startDraft(schema: Node, path: Path, anything: Node): Draft {
  const properties = (schema['properties'] || {}) as Node;
  const patterns = (schema['patternProperties'] || {}) as Node;
  const required = requiredOf(schema);
  const values = schema['additionalProperties'];
  const open = values !== false;
  const additional = values === true ? anything : values;
  for (const pattern of Object.keys(patterns)) refuseUnsafe(pattern, path);
  const limits = { min: 0, max: 0 };
  return { schema, path, properties, patterns, required, open, additional, anything, ...limits, chosen: {} };
}

/** A truth value counts as none; over anything else that is no list, upstream falls. */
function requiredOf(schema: Node): string[] {
  const given = schema['required'] || [];
  if (typeof given === 'boolean') return [];
  if (!Array.isArray(given)) throw new TypeError('required is not a list');
  return [...given] as string[];
}

/** Names are matched against these patterns here: one that could take for ever is not tried. */
function refuseUnsafe(pattern: string, path: Path): void {
  try {
    new RegExp(pattern);
  } catch {
    refuse('pattern', path, pattern);
  }
  const quantified = pattern.match(/[*+?}]/g)?.length ?? 0;
  if (/\)[*+?{]/.test(pattern) || /\\[1-9]/.test(pattern) || quantified > 3)
    refuse('unsafe-pattern', path, pattern);
}

function chooseNames(draft: Draft): string[] {
  const { schema, properties, patterns, required, open } = draft;
  const optional = [...Object.keys(properties), ...Object.keys(patterns)].filter(
    (name) => !required.includes(name),
  );
  const count = required.length + optional.length;
  draft.max = (schema['maxProperties'] as number) || count + (open ? integerBetween(1, 5) : 0);
  draft.min = Math.max((schema['minProperties'] as number) || 0, required.length);
  if (count === 1 && required.length === 0) draft.min = Math.max(integerBetween(1, draft.max), draft.min);
  const extras = shuffle(optional).slice(0, Math.max(0, count - required.length));
  const chosen = new Set(extras);
  const kept = optional.filter((name) => chosen.has(name));
  return [...required, ...shuffle(kept).slice(0, draft.max)].slice(0, draft.max);
}

/** Adds the names that chosen ones ask for; gives the schemas that they ask for. */
function addDependencies(schema: Node, names: string[]): unknown[] {
  const schemas: unknown[] = [];
  for (const [name, needed] of Object.entries((schema['dependencies'] || {}) as Node)) {
    if (!names.includes(name)) continue;
    if (!Array.isArray(needed)) schemas.push(needed);
    else for (const other of needed) if (!names.includes(other)) names.push(other);
  }
  return schemas;
}

function chooseMember(draft: Draft, name: string): void {
  const { properties, patterns, required, additional, chosen } = draft;
  if (additional === false && required.includes(name)) chosen[name] = properties[name];
  if (properties[name]) chosen[name] = properties[name];
  let found = false;
  for (const pattern of Object.keys(patterns)) {
    if (name.length > MAX_NAME) refuse('unsafe-pattern', draft.path, pattern);
    if (!new RegExp(pattern).test(name)) continue;
    found = true;
    if (chosen[name]) mergeNodes(chosen[name] as Node, patterns[pattern]);
    else chosen[textFromPattern(name)] = patterns[pattern];
  }
  if (found || additional === false) return;
  const schema = patterns[name] || additional;
  if (schema) chosen[patterns[name] ? textFromPattern(name) : name] = properties[name] || schema;
}

/** Adds members until there are as many as there must be. */
function fillUp(draft: Draft): void {
  const { patterns, required, open, min, max, additional, properties, chosen } = draft;
  const names = Object.keys(patterns);
  const waiting = [...required];
  let count = Object.keys(chosen).length;
  const wanted = open && required.length === 0 ? Math.max(additional ? integerBetween(1, max) : 0, min) : min;
  while (count < wanted && (names.length > 0 || open)) {
    const before = count + waiting.length;
    const waited = waiting.length;
    if (open) count += addOne(draft, names, waiting);
    for (const name of names)
      if (count < min) count += addUnless(chosen, textFromPattern(name), patterns[name]);
    if (count + waiting.length === before && waiting.length === waited)
      refuse('never-ends', draft.path, 'minProperties');
  }
  if (waiting.length > 0 || open) return;
  const known = Object.keys(properties);
  for (const most = integerBetween(min, max); count < most; count += 1) {
    const name = takeNext(known, chosen);
    if (name) chosen[name] = properties[name];
  }
}

function addOne(draft: Draft, names: string[], waiting: string[]): number {
  const { patterns, additional, anything, chosen } = draft;
  if (names.length > 0 && !additional) {
    const pattern = pick(names) ?? '';
    return addUnless(chosen, textFromPattern(pattern), patterns[pattern]);
  }
  const name = takeNext(waiting, chosen) || WORD + textFromPattern('_?[_a-f\\d]{1,3}');
  return addUnless(chosen, name, additional || anything);
}

function addUnless(chosen: Node, name: string, schema: unknown): number {
  if (chosen[name]) return 0;
  chosen[name] = schema;
  return 1;
}

/** The next name that was not chosen; where all were, the last one. */
function takeNext(names: string[], chosen: Node): string | undefined {
  let name: string | undefined;
  do {
    if (names.length === 0) break;
    name = names.shift();
  } while (name !== undefined && chosen[name]);
  return name;
}
