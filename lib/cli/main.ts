import { keepCompiledCode } from './compile-cache';
import { setEngineFlags } from './engine-flags';
import { explainError } from './explain-error';
import { help } from './help';
import { plainLine } from './plain';
import { isSchemaCommand, runSchemaCommand } from './schema/run-schema-command';
import { asksForHelp } from './words';
import { writeAll } from './write-all';

/** `assent COMMAND`: loads only what the command needs. Exit status: 0 done, 1 refused or failed, 2 called wrongly. */

/** That of package.json; the build puts it here. */
declare const ASSENT_VERSION: string;

/**
 * Materializing makes much that is soon done with. Asked to, V8 collects it early instead of letting the heap grow, and
 * leaves out the compiler that pays off after seconds: half the memory, for a tenth of the time in large repositories.
 */
function spareMemory(): void {
  setEngineFlags(['--semi-space-growth-factor=1', '--no-opt']);
}

const stdout = { write: (text: string) => writeAll(1, text) };
const stderr = { write: (text: string) => writeAll(2, text) };

async function main(words: string[]): Promise<number> {
  const command = words[0] ?? 'help';
  if (isSchemaCommand(command)) {
    keepCompiledCode({ whole: true });
    if (command === 'materialize') spareMemory();
    const cwd = process.env.ASSENT_CWD ?? process.cwd();
    return runSchemaCommand(words, { stdout, stderr, cwd });
  }
  if (command === '--version') {
    stdout.write(`${ASSENT_VERSION}\n`);
    return 0;
  }
  if (command === 'help' || asksForHelp(words)) {
    stdout.write(help);
    return 0;
  }
  if (['import', 'user', 'audit'].includes(command)) return runOnInstallation(words);
  stderr.write(`${plainLine(`There is no command “${command}”.`)} “assent --help” lists those there are.\n`);
  return 2;
}

async function runOnInstallation(words: string[]): Promise<number> {
  keepCompiledCode({ whole: false });
  let program: typeof import('./run-installation-command');
  try {
    program = await import('./run-installation-command');
  } catch (error) {
    if (!isAbsent(error)) throw error;
    const command = `assent ${words[0]}`;
    stderr.write(
      `“${command}” needs an installation of Assent, and this is its command line alone. There it is “npm run ${command.replace(' ', ' -- ')}”.\n`,
    );
    return 2;
  }
  return program.runInstallationCommand(words);
}

/** The program itself is not there, as in the tarball. What it lacks in turn is a fault of the installation. */
function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error) || !('url' in error)) return false;
  return (
    'code' in error &&
    error.code === 'ERR_MODULE_NOT_FOUND' &&
    /\/installation-command\.mjs$/.test(String(error.url))
  );
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
    // Everything is written: tidying up the memory first would take longer than many a command.
    if (isSchemaCommand(process.argv[2] ?? '')) process.exit();
  },
  (error: unknown) => {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      stderr.write(`${explainError(error) ?? fault}\n`);
    } catch {
      // Nowhere is left to say it.
    }
    process.exit(2);
  },
);
