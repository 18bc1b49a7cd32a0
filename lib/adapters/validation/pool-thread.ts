import { Worker } from 'node:worker_threads';
import { type Refusal, refused, type ThreadJob, type ThreadMessage, type Verdict } from './verdict';

/** What a thread may use. */
export interface ThreadLimits {
  /** For one job, in milliseconds. */
  timeLimit: number;
  /** Of the thread's heap, in MiB. */
  memoryLimit: number;
  /** For starting, in milliseconds. */
  startLimit: number;
}

interface Running {
  job: ThreadJob;
  done: (verdict: Verdict) => void;
  timer: NodeJS.Timeout;
}

/**
 * One thread of a pool, for one job at a time. Ends itself where a job takes too long or too much memory; then it has
 * answered that job and takes no other.
 */
export class PoolThread {
  readonly #worker: Worker;
  readonly #limits: ThreadLimits;
  readonly #started: Promise<void>;
  #running: Running | null = null;
  /** What ended the thread. */
  #end: Refusal | null = null;

  constructor(program: string, limits: ThreadLimits) {
    this.#limits = limits;
    this.#worker = new Worker(/* turbopackIgnore: true */ program, {
      name: 'assent-validation',
      // What is compiled there comes from people: no settings, no secrets, nothing printed.
      ...{ env: {}, argv: [], execArgv: [], stdin: false, stdout: true, stderr: true },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryLimit, maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.unref();
    this.#worker.on('error', (error: NodeJS.ErrnoException) => this.#stopWith(causeOf(error)));
    this.#worker.on('exit', () => this.#stopWith(refused('validator-failed', 'The thread ended')));
    this.#started = this.#awaitReady();
    this.#worker.on('message', (message: ThreadMessage) => this.#answer(message));
  }

  /** True where the thread takes no more jobs. */
  get isGone(): boolean {
    return this.#end !== null;
  }

  /** Does one job. Never throws; takes no second job before the first is answered. */
  async run(job: ThreadJob): Promise<Verdict> {
    // A process must not end while somebody waits for an answer.
    this.#worker.ref();
    await this.#started;
    if (this.#end) return this.#end.code === 'closed' ? this.#end : refused('no-thread', this.#end.detail);
    const verdict = await new Promise<Verdict>((done) => {
      const timer = setTimeout(() => this.#expire(job.id), this.#limits.timeLimit);
      this.#running = { job, done, timer };
      this.#worker.postMessage(job);
    });
    if (!this.isGone) this.#worker.unref();
    return verdict;
  }

  /** Ends the thread; a job that runs is answered with `closed`. */
  async stop(): Promise<void> {
    this.#stopWith(refused('closed'));
    await this.#worker.terminate();
  }

  /** Settles once the thread is ready, or gone. */
  #awaitReady(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(
        () => this.#stopWith(refused('no-thread', 'It did not start in time')),
        this.#limits.startLimit,
      );
      timer.unref();
      const settle = () => {
        clearTimeout(timer);
        done();
      };
      this.#worker.once('message', settle);
      this.#worker.once('exit', settle);
    });
  }

  #answer(message: ThreadMessage): void {
    if (message === 'ready' || message.id !== this.#running?.job.id) return;
    this.#finish(message.verdict);
  }

  #expire(id: number): void {
    // An answer that came while this process itself was busy is read first.
    setImmediate(() => {
      if (this.#running?.job.id === id) this.#stopWith(refused('time-limit', `${this.#limits.timeLimit} ms`));
    });
  }

  #stopWith(refusal: Refusal): void {
    this.#end ??= refusal;
    this.#finish(refusal);
    void this.#worker.terminate();
  }

  #finish(verdict: Verdict): void {
    const running = this.#running;
    this.#running = null;
    if (!running) return;
    clearTimeout(running.timer);
    running.done(verdict);
  }
}

function causeOf(error: NodeJS.ErrnoException): Refusal {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return refused('memory-limit');
  return refused('validator-failed', error.message);
}
