import { asksForHelp } from '../words';
import type { FileSystem } from './file-system';
import type { Program, SchemaCommandIo } from './program';
import { schemaHelp, schemaUsage } from './usage';

/** Each command is a program of its own, so that no call loads what another one needs. */
const programs: Record<string, () => Promise<{ program: Program }>> = {
  materialize: () => import('../programs/materialize'),
  lint: () => import('../programs/lint'),
  diff: () => import('../programs/diff'),
  check: () => import('../programs/check'),
};

/** Tells whether a word names a command that works on a checkout. */
export function isSchemaCommand(name: string): boolean {
  return Object.hasOwn(programs, name);
}

/**
 * Runs `materialize`, `lint`, `diff` or `check` with the words of the command line, the command's name first.
 * Gives the exit status. Needs no server and no database, and reaches for nothing outside the file system.
 */
export async function runSchemaCommand(
  words: string[],
  io: SchemaCommandIo,
  fileSystem?: FileSystem,
): Promise<number> {
  const [name = '', ...rest] = words;
  const load = isSchemaCommand(name) ? programs[name] : undefined;
  if (load === undefined) {
    io.stderr.write(schemaUsage);
    return 2;
  }
  if (asksForHelp(rest)) {
    io.stdout.write(schemaHelp);
    return 0;
  }
  const { program } = await load();
  return program(rest, io, fileSystem);
}
