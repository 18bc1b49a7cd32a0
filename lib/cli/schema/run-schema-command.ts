import { UsageError } from '../words';
import type { CommandCall, CommandResult } from './command';
import type { FileSystem } from './file-system';
import { printOutcome } from './print-findings';
import { nodeFileSystem } from './read-directory';

/** Where a command writes to, and the folder in which it was called. */
export interface SchemaCommandIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  /** Absolute. */
  cwd: string;
}

const usage = `Usage, on any checkout of a schema repository:
  assent materialize DIR [--refs DIR]… [--all|--changed] [--out DIR]
  assent lint DIR [--refs DIR]…
  assent diff OLD NEW [--refs DIR]…
  assent check DIR [--refs DIR]…
Each takes --format human|json|github|gitlab.
`;

/** Each command loads its own part of the program, so that it starts quickly. */
const commands: Record<string, () => Promise<(call: CommandCall) => CommandResult>> = {
  materialize: async () => (await import('./materialize-command')).runMaterialize,
  lint: async () => (await import('./lint-command')).runLint,
  diff: async () => (await import('./diff-command')).runDiff,
  check: async () => (await import('./check-command')).runCheck,
};

/**
 * Runs `materialize`, `lint`, `diff` or `check` with the words of the command line, the command's name first.
 * Gives the exit status: 0 where there is nothing to object to, 1 where there is, 2 where it was called wrongly or a
 * file could not be written. Needs no server and no database, and reaches for nothing outside the file system.
 */
export async function runSchemaCommand(
  words: string[],
  io: SchemaCommandIo,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<number> {
  const [name, ...rest] = words;
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined || rest.includes('--help')) {
    (load === undefined ? io.stderr : io.stdout).write(usage);
    return load === undefined ? 2 : 0;
  }
  try {
    const run = await load();
    const result = run({ words: rest, cwd: io.cwd, fileSystem });
    io.stdout.write(printResult(result));
    return result.status;
  } catch (error) {
    io.stderr.write(`${explain(error)}\n`);
    return 2;
  }
}

function printResult({ format, outcome, text, report }: CommandResult): string {
  if (format === 'human' && text !== undefined) return text;
  if (format === 'json' && report !== undefined) return `${JSON.stringify(report, null, 2)}\n`;
  return printOutcome(outcome, format);
}

/** A wrong call and a file system that refuses are told; anything else is a fault of the program. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`.trimEnd();
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.message;
  throw error;
}
