import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What jsonschema-tools is asked to do. */
export interface OracleInput {
  /** The source, as the text of `current.yaml`. */
  text: string;
  /** Texts of the schemas that it may refer to, by URI. */
  fragments?: Record<string, string>;
  options?: Record<string, unknown>;
  /** Base paths to look references up in, instead of `fragments`. */
  bases?: string[];
  /** Only writes the value of the text again. */
  serializeOnly?: boolean;
}

/** What it wrote; or how it failed; or that it did not come back. */
export type OracleResult =
  | { kind: 'written'; yaml: string; json: string }
  | { kind: 'error'; message: string }
  | { kind: 'hang' };

type Reply = { yaml: string; json: string } | { error: string };

/** jsonschema-tools in a process of its own, started again after a case that hangs. */
export class Oracle {
  private process: ChildProcess | null = null;
  private count = 0;
  private readonly patience: number;

  constructor(patience = 1_500) {
    this.patience = patience;
  }

  async run(input: OracleInput): Promise<OracleResult> {
    const child = this.process ?? (await this.start());
    this.count += 1;
    const id = this.count;
    return new Promise((resolve, reject) => {
      const done = (result: OracleResult): void => {
        clearTimeout(watchdog);
        child.off('message', onMessage);
        child.off('exit', onExit);
        resolve(result);
      };
      const onMessage = (message: { id?: number; result?: Reply }): void => {
        if (message.id !== id || !message.result) return;
        if ('error' in message.result) done({ kind: 'error', message: message.result.error });
        else done({ kind: 'written', ...message.result });
      };
      const onExit = (): void => {
        this.process = null;
        done({ kind: 'error', message: 'the process ended' });
      };
      const watchdog = setTimeout(() => {
        this.stop();
        done({ kind: 'hang' });
      }, this.patience);
      child.on('message', onMessage);
      child.on('exit', onExit);
      child.send({ id, input }, (error) => error && reject(error));
    });
  }

  stop(): void {
    this.process?.removeAllListeners('exit');
    this.process?.kill('SIGKILL');
    this.process = null;
  }

  private async start(): Promise<ChildProcess> {
    const path = fileURLToPath(new URL('./oracle-process.mjs', import.meta.url));
    const child = fork(path, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    this.process = child;
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () => reject(new Error('the oracle did not start')));
    });
    child.removeAllListeners('exit');
    return child;
  }
}
