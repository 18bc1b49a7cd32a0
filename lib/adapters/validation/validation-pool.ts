import { sha256 } from '@/lib/platform/hash';
import { FairQueue } from './fair-queue';
import { PoolThread, type ThreadLimits } from './pool-thread';
import { refused, type ThreadJob, type ValidationJob, type Verdict } from './verdict';
import { writeJson } from './write-json';

export interface PoolLimits extends ThreadLimits {
  threads: number;
  /** Jobs that wait, of all and of one owner. */
  maxQueued: number;
  maxQueuedEach: number;
  /** Of a schema's text, and of the text of all events together, in UTF-16 code units. */
  maxSize: number;
  /** Of nested objects and lists. */
  maxDepth: number;
  /** In one job. */
  maxEvents: number;
  /** After which a thread without work ends, in milliseconds. */
  idleLimit: number;
}

const defaults: PoolLimits = {
  threads: 2,
  // A schema of 5,000 fields compiles in one.
  timeLimit: 5_000,
  memoryLimit: 256,
  startLimit: 20_000,
  maxQueued: 200,
  maxQueuedEach: 50,
  maxSize: 4_000_000,
  maxDepth: 500,
  maxEvents: 1_000,
  idleLimit: 60_000,
};

/** Threads that compile and run schemas which nobody vouches for. */
export interface ValidationPool {
  /**
   * Judges events by a schema as EventGate would, or only compiles it, where there are no events. A schema or event
   * that costs too much costs its own call a refusal and no other call its answer. Never throws.
   */
  validate(job: ValidationJob): Promise<Verdict>;
  /** Ends all threads; what still waits is refused with `closed`. */
  close(): Promise<void>;
}

interface Waiting {
  job: ThreadJob;
  done: (verdict: Verdict) => void;
}

/** A pool that runs the built thread `program`. Threads start when they are needed and keep no process alive. */
export function createValidationPool(program: string, limits: Partial<PoolLimits> = {}): ValidationPool {
  return new Pool(program, { ...defaults, ...limits });
}

class Pool implements ValidationPool {
  readonly #program: string;
  readonly #limits: PoolLimits;
  readonly #queue: FairQueue<Waiting>;
  readonly #idle = new Map<PoolThread, NodeJS.Timeout>();
  readonly #busy = new Map<PoolThread, string>();
  #count = 0;
  #isClosed = false;

  constructor(program: string, limits: PoolLimits) {
    this.#program = program;
    this.#limits = limits;
    this.#queue = new FairQueue({ total: limits.maxQueued, each: limits.maxQueuedEach });
  }

  async validate({ schema, events, owner = '', allowInsecure = false }: ValidationJob): Promise<Verdict> {
    if (this.#isClosed) return refused('closed');
    if (events.length > this.#limits.maxEvents) return refused('too-large', 'events');
    const limits = { size: this.#limits.maxSize, depth: this.#limits.maxDepth };
    const schemaJson = writeJson(schema, limits);
    if ('code' in schemaJson) return refused(schemaJson.code, 'schema');
    const eventsJson = writeJson(events, limits);
    if ('code' in eventsJson) return refused(eventsJson.code, 'events');
    this.#count += 1;
    const { text } = schemaJson;
    const job = { id: this.#count, hash: sha256(text), schema: text, events: eventsJson.text, allowInsecure };
    return new Promise((done) => {
      if (!this.#queue.add(owner, { job, done })) return done(refused('queue-full'));
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const takeAny = () => this.#queue.take(() => true);
    for (let next = takeAny(); next; next = takeAny()) next.item.done(refused('closed'));
    const threads = [...this.#busy.keys(), ...this.#idle.keys()];
    for (const timer of this.#idle.values()) clearTimeout(timer);
    this.#idle.clear();
    await Promise.all(threads.map((thread) => thread.stop()));
  }

  #next(): void {
    while (this.#busy.size < this.#limits.threads) {
      const next = this.#queue.take((owner) => this.#mayRun(owner));
      if (!next) return;
      void this.#run(this.#takeThread(), next.owner, next.item);
    }
  }

  /** Whoever asks for much leaves a thread to the others, where there is more than one. */
  #mayRun(owner: string): boolean {
    const running = [...this.#busy.values()].filter((other) => other === owner).length;
    return running < Math.max(1, this.#limits.threads - 1);
  }

  async #run(thread: PoolThread, owner: string, { job, done }: Waiting): Promise<void> {
    this.#busy.set(thread, owner);
    const verdict = await thread.run(job);
    this.#busy.delete(thread);
    if (!this.#isClosed && !thread.isGone) this.#rest(thread);
    done(verdict);
    this.#next();
  }

  #takeThread(): PoolThread {
    for (const [thread, timer] of this.#idle) {
      clearTimeout(timer);
      this.#idle.delete(thread);
      if (!thread.isGone) return thread;
    }
    return new PoolThread(this.#program, this.#limits);
  }

  #rest(thread: PoolThread): void {
    const timer = setTimeout(() => {
      this.#idle.delete(thread);
      void thread.stop();
    }, this.#limits.idleLimit);
    timer.unref();
    this.#idle.set(thread, timer);
  }
}
