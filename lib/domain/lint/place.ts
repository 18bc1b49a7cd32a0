import type { Json } from '../schema/json';
import { appendPointer, fromPointer, hasMember, valueAt } from '../schema/pointer';
import type { SchemaSource } from '../schema/types';
import { keywordOf } from './schema-node';

/** Where a part of the materialized schema stands in the source. */
export interface Origins {
  /** Pointers of the source nodes that are merged into it; empty where it is inherited whole. */
  own: string[];
  /** Pointers of the `$ref`s through which it is, or may be, brought in. */
  references: string[];
}

/** Finds in the source what became a part of the materialized schema, through `allOf` and local `$ref`s. */
export class SourceMap {
  readonly #source: SchemaSource;
  readonly #known = new Map<string, Origins>();

  constructor(source: SchemaSource) {
    this.#source = source;
  }

  /** The origins of a materialized pointer; both lists are empty where the tool made it up (bounds, examples). */
  originsOf(pointer: string): Origins {
    const known = this.#known.get(pointer);
    if (known) return known;
    const origins = pointer === '' ? this.#expand(['']) : this.#step(pointer);
    this.#known.set(pointer, origins);
    return origins;
  }

  #step(pointer: string): Origins {
    const cut = pointer.lastIndexOf('/');
    const parent = this.originsOf(pointer.slice(0, cut));
    const [segment = ''] = fromPointer(pointer.slice(cut));
    const own = parent.own
      .filter((node) => hasMember(this.valueAt(node), segment))
      .map((node) => appendPointer(node, segment));
    const expanded = this.#expand(own);
    // What no own node has, a reference of the parent, or of what holds it, must have brought in.
    const references = expanded.references.concat(parent.references);
    return { own: expanded.own, references: references.length > 50 ? references.slice(0, 50) : references };
  }

  /** Adds the members of `allOf` and the targets of local references: they are the same place once merged. */
  #expand(pointers: string[]): Origins {
    const own: string[] = [];
    const references: string[] = [];
    const open = [...pointers].reverse();
    for (let pointer = open.pop(); pointer !== undefined && own.length < 1000; pointer = open.pop()) {
      if (own.includes(pointer)) continue;
      own.push(pointer);
      const value = this.valueAt(pointer);
      const members = keywordOf(value, 'allOf');
      const count = Array.isArray(members) ? members.length : 0;
      for (let index = count - 1; index >= 0; index -= 1) open.push(`${pointer}/allOf/${index}`);
      const ref = keywordOf(value, '$ref');
      if (typeof ref !== 'string') continue;
      if (ref.startsWith('#/')) open.push(ref.slice(1));
      else references.push(`${pointer}/$ref`);
    }
    return { own, references };
  }

  /** The value at a source pointer; undefined where there is none. */
  valueAt(pointer: string): Json | undefined {
    return valueAt(this.#source.value, pointer);
  }
}
