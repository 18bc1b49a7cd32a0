import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `assent COMMAND`: loads only what the command needs. Exit status: 0 done, 1 refused or failed, 2 called wrongly. */
const usage = `Usage: assent COMMAND

On any checkout of a schema repository, without a server or a database:
  materialize DIR [--refs DIR]… [--all|--changed] [--out DIR]
  lint DIR
  diff OLD NEW
  check DIR [--refs DIR]…

On this installation:
  import PATH_OR_GIT_URL [--name NAME] [--branch BRANCH]
  user create EMAIL [--name NAME] [--role ROLE]… [--admin]
  user password EMAIL
  user disable EMAIL | user enable EMAIL
  user roles EMAIL ROLE…
  audit verify [--head SEQ:HASH]
`;

const schemaCommands = new Set(['materialize', 'lint', 'diff', 'check']);

/**
 * Node keeps what it compiled in a folder of the person's own, which saves half of the start; where that cannot be
 * written, or in a Node before 22, it compiles each time. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
function keepCompiledCode(): void {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  module.enableCompileCache?.(join(caches, 'assent'));
}

async function main(words: string[]): Promise<number> {
  const command = words[0] ?? 'help';
  if (schemaCommands.has(command)) {
    const { runSchemaCommand } = await import('./schema/run-schema-command');
    const cwd = process.env.ASSENT_CWD ?? process.cwd();
    return runSchemaCommand(words, { stdout: process.stdout, stderr: process.stderr, cwd });
  }
  if (['import', 'user', 'audit'].includes(command)) {
    const { runInstallationCommand } = await import('./run-installation-command');
    return runInstallationCommand(words, usage);
  }
  const asked = ['help', '--help', '-h'].includes(command);
  (asked ? process.stdout : process.stderr).write(
    asked ? usage : `There is no command “${command}”.\n\n${usage}`,
  );
  return asked ? 0 : 2;
}

keepCompiledCode();
process.exitCode = await main(process.argv.slice(2));
