import { UsageError } from '../words';
import type { CommandCall, CommandResult } from './command';
import type { FileSystem } from './file-system';
import { printOutcome } from './print-findings';
import { nodeFileSystem } from './read-directory';
import { schemaUsage } from './usage';

/** Where a command writes to, and the folder in which it was called. */
export interface SchemaCommandIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  /** Absolute. */
  cwd: string;
}

/**
 * A command with its words, without its name. Gives the exit status: 0 where there is nothing to object to, 1 where
 * there is, 2 where it was called wrongly or a file could not be read or written.
 */
export type Program = (words: string[], io: SchemaCommandIo, fileSystem?: FileSystem) => number;

export function toProgram(run: (call: CommandCall) => CommandResult): Program {
  return (words, io, fileSystem = nodeFileSystem) => {
    if (words.includes('--help')) {
      io.stdout.write(schemaUsage);
      return 0;
    }
    try {
      const result = run({ words, cwd: io.cwd, fileSystem });
      io.stdout.write(printResult(result));
      return result.status;
    } catch (error) {
      io.stderr.write(`${explain(error)}\n`);
      return 2;
    }
  };
}

function printResult({ format, outcome, text, report }: CommandResult): string {
  if (format === 'human' && text !== undefined) return text;
  if (format === 'json' && report !== undefined) return `${JSON.stringify(report, null, 2)}\n`;
  return printOutcome(outcome, format);
}

/** A wrong call and a file system that refuses are told; anything else is a fault of the program. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${schemaUsage}`.trimEnd();
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.message;
  throw error;
}
