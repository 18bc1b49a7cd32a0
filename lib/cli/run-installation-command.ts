import { join } from 'node:path';
import { closeDb } from '@/lib/adapters/db/client';
import { connectOrStart } from '@/lib/adapters/db/embedded/cluster';
import { applyMigrations } from '@/lib/adapters/db/migrate';
import { closeSender, prepareQueues } from '@/lib/adapters/jobs/queue';
import { AppError } from '@/lib/platform/app-error';
import { readEnv } from '@/lib/platform/env';
import { plainLine } from './plain';
import { runAuditCommand } from './audit-command';
import { runImportCommand } from './import-command';
import { runUserCommand } from './user-command';
import { UsageError } from './words';

const commands = { import: runImportCommand, user: runUserCommand, audit: runAuditCommand };

/**
 * Runs a command on this installation's database, which is started for it where it does not run, and stopped again.
 * Works beside a running server.
 */
export async function runInstallationCommand(words: string[]): Promise<number> {
  let stop = async () => {};
  try {
    stop = await openDatabase();
    return await commands[words[0] as keyof typeof commands](words.slice(1));
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(
        `${plainLine(error.message)} “assent --help” lists the commands and their options.\n`,
      );
      return 2;
    }
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${[error.message, ...Object.values(error.fields)].map(plainLine).join('\n')}\n`);
    return 1;
  } finally {
    await closeSender();
    await closeDb();
    await stop();
  }
}

async function openDatabase(): Promise<() => Promise<void>> {
  const env = readEnv();
  const cluster = env.DATABASE_URL ? null : await connectOrStart(env.DATA_DIR);
  const url = env.DATABASE_URL ?? cluster?.url ?? '';
  process.env.DATABASE_URL = url;
  await applyMigrations(url, join(process.cwd(), 'prisma'));
  await prepareQueues(url);
  return async () => {
    if (cluster?.started) await cluster.stop();
  };
}
