import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isSchemaCommand, runSchemaCommand } from './schema/run-schema-command';
import { writeAll } from './write-all';

/** `assent COMMAND`: loads only what the command needs. Exit status: 0 done, 1 refused or failed, 2 called wrongly. */
const usage = `Usage: assent COMMAND

On any checkout of a schema repository, without a server or a database:
  materialize DIR [--refs DIR]… [--all|--changed] [--out DIR]
  lint DIR [--refs DIR]…
  diff OLD NEW [--refs DIR]…
  check DIR [--refs DIR]…

On this installation:
  import PATH_OR_GIT_URL [--name NAME] [--branch BRANCH]
  user create EMAIL [--name NAME] [--role ROLE]… [--admin]
  user password EMAIL
  user disable EMAIL | user enable EMAIL
  user roles EMAIL ROLE…
  audit verify [--head SEQ:HASH]
`;

/**
 * Node keeps what it compiled in a folder of the person's own, which saves half of the start; where that cannot be
 * written, or in a Node before 22, it compiles each time. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
function keepCompiledCode(): void {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  module.enableCompileCache?.(join(caches, 'assent'));
}

/**
 * Materializing makes much that is soon done with. Asked to, V8 collects it early instead of letting the heap grow, and
 * leaves out the compiler that pays off after seconds: half the memory, for a tenth of the time in large repositories.
 */
function spareMemory(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of ['--semi-space-growth-factor=1', '--no-opt']) setFlagsFromString(flag);
}

const stdout = { write: (text: string) => writeAll(1, text) };
const stderr = { write: (text: string) => writeAll(2, text) };

async function main(words: string[]): Promise<number> {
  const command = words[0] ?? 'help';
  if (isSchemaCommand(command)) {
    if (command === 'materialize') spareMemory();
    const cwd = process.env.ASSENT_CWD ?? process.cwd();
    return runSchemaCommand(words, { stdout, stderr, cwd });
  }
  if (['import', 'user', 'audit'].includes(command)) {
    const { runInstallationCommand } = await import('./run-installation-command');
    return runInstallationCommand(words, usage);
  }
  const asked = ['help', '--help', '-h'].includes(command);
  (asked ? stdout : stderr).write(asked ? usage : `There is no command “${command}”.\n\n${usage}`);
  return asked ? 0 : 2;
}

keepCompiledCode();
main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
    // Everything is written: tidying up the memory first would take longer than many a command.
    if (isSchemaCommand(process.argv[2] ?? '')) process.exit();
  },
  (error: unknown) => {
    // A fault of the program: what it was asked is neither done nor refused.
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(2);
  },
);
