import type { Judge } from './compile-schema';

/** Compiled schemas by the hash of their text; those that were asked for longest ago go first. */
export class CompiledSchemas {
  readonly #known = new Map<string, { judge: Judge; size: number }>();
  readonly #limits: { count: number; size: number };
  #size = 0;

  /** `size` is the length of all texts together. */
  constructor(limits: { count: number; size: number }) {
    this.#limits = limits;
  }

  find(hash: string): Judge | null {
    const found = this.#known.get(hash);
    if (!found) return null;
    this.#known.delete(hash);
    this.#known.set(hash, found);
    return found.judge;
  }

  add(hash: string, judge: Judge, size: number): void {
    this.#known.set(hash, { judge, size });
    this.#size += size;
    for (const [oldest, { size: freed }] of this.#known) {
      if (this.#known.size <= this.#limits.count && this.#size <= this.#limits.size) return;
      this.#known.delete(oldest);
      this.#size -= freed;
    }
  }
}
