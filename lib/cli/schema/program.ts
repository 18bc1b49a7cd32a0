import { explainError } from '../explain-error';
import { plainJson } from '../plain';
import { UsageError } from '../words';
import type { CommandCall, CommandResult } from './command';
import type { FileSystem } from './file-system';
import { printOutcome } from './print-findings';
import { nodeFileSystem } from './read-directory';
import { schemaUsage } from './usage';
import { fromWorkingTree } from './working-tree';

/** Where a command writes to, and the folder in which it was called. */
export interface SchemaCommandIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  /** Absolute. */
  cwd: string;
}

/**
 * A command with its words, without its name. Gives the exit status: 0 where there is nothing to object to, 1 where
 * there is, 2 where it was called wrongly or the output cannot be written.
 */
export type Program = (words: string[], io: SchemaCommandIo, fileSystem?: FileSystem) => number;

export function toProgram(run: (call: CommandCall) => CommandResult): Program {
  return (words, io, fileSystem = nodeFileSystem) => {
    try {
      const result = run({ words, cwd: io.cwd, fileSystem });
      io.stdout.write(printResult(result, { cwd: io.cwd, fileSystem }));
      return result.status;
    } catch (error) {
      const told = explainError(error);
      if (told === null) throw error;
      io.stderr.write(error instanceof UsageError ? `${told}\n\n${schemaUsage}` : `${told}\n`);
      return 2;
    }
  };
}

function printResult(
  { format, outcome, text, report }: CommandResult,
  world: Pick<CommandCall, 'cwd' | 'fileSystem'>,
): string {
  if (format === 'human' && text !== undefined) return text;
  if (format === 'json' && report !== undefined) return `${plainJson(report)}\n`;
  if (format !== 'github' && format !== 'gitlab') return printOutcome(outcome, format);
  return printOutcome({ ...outcome, findings: fromWorkingTree(outcome.findings, world) }, format);
}
