/** A queue in which owners take turns, whatever the number of things that each has in it. */
export class FairQueue<T> {
  readonly #lanes = new Map<string, T[]>();
  readonly #limits: { total: number; each: number };
  #size = 0;

  /** `total` things at most, of one owner `each` at most. */
  constructor(limits: { total: number; each: number }) {
    this.#limits = limits;
  }

  /** False where there is no room; then nothing was added. */
  add(owner: string, item: T): boolean {
    const lane = this.#lanes.get(owner) ?? [];
    if (this.#size >= this.#limits.total || lane.length >= this.#limits.each) return false;
    lane.push(item);
    this.#lanes.set(owner, lane);
    this.#size += 1;
    return true;
  }

  /** The next thing of the first owner in turn who may have one now; null where there is none. */
  take(mayHave: (owner: string) => boolean): { owner: string; item: T } | null {
    for (const [owner, lane] of this.#lanes) {
      if (!mayHave(owner)) continue;
      // To the end of the round, if there is more.
      this.#lanes.delete(owner);
      const [item, ...rest] = lane as [T, ...T[]];
      if (rest.length > 0) this.#lanes.set(owner, rest);
      this.#size -= 1;
      return { owner, item };
    }
    return null;
  }
}
