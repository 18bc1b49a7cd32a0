/**
 * `npm start`, once everything is installed and built: the database, its migrations, the local schema repository,
 * the worker and the web server, in this order; and their end in the reverse order.
 */
import { join } from 'node:path';
import { connectOrStart, type Cluster } from '@/lib/adapters/db/embedded/cluster';
import { closeDb } from '@/lib/adapters/db/client';
import { applyMigrations } from '@/lib/adapters/db/migrate';
import { closeSender, prepareQueues } from '@/lib/adapters/jobs/queue';
import { closeValidationPool } from '@/lib/adapters/validation/shared-pool';
import { requireGit } from '@/lib/adapters/git/git-version';
import { AppError } from '@/lib/platform/app-error';
import { isDemo, publicUrl, readEnv } from '@/lib/platform/env';
import { logger } from '@/lib/platform/logger';
import { prepareInstallation } from '@/lib/services/installation/prepare-installation';
import { keepRunning, type Kept } from './child';
import { step } from './progress';

const running: Kept[] = [];
let cluster: Cluster | null = null;
let ending: Promise<void> | null = null;
let watch: NodeJS.Timeout | null = null;

async function main(): Promise<void> {
  const env = readEnv();
  await requireGit();
  const url = await startDatabase();
  process.env.DATABASE_URL = url;
  await step(
    'Bringing the database up to date',
    () => migrate(url),
    (names) => (names.length === 0 ? 'nothing to do' : `${names.length} migrations applied`),
  );
  await step(
    'Preparing the schema repository',
    () => prepareInstallation(),
    (result) => result.summary,
  );
  const childEnv = {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(env.PORT),
    HOST: env.HOST,
    DATA_DIR: env.DATA_DIR,
  };
  const program = (name: string) => join(import.meta.dirname, `${name}.mjs`);
  await step('Starting the worker', async () =>
    running.push(await keepRunning('worker', program('worker'), childEnv)),
  );
  await step('Starting the web server', async () =>
    running.push(await keepRunning('web', program('web'), childEnv)),
  );
  keepDatabase();
  process.stdout.write(`\nAssent is ready: ${publicUrl(env)}\n${invitation()}\nStop it with Ctrl-C.\n`);
  process.send?.({ kind: 'ready' });
}

function startDatabase(): Promise<string> {
  const env = readEnv();
  if (env.DATABASE_URL) return Promise.resolve(env.DATABASE_URL);
  return step('Starting the embedded database', async () => {
    cluster = await connectOrStart(env.DATA_DIR);
    return cluster.url;
  });
}

async function migrate(url: string): Promise<string[]> {
  const names = await applyMigrations(url, join(process.cwd(), 'prisma'));
  await prepareQueues(url);
  return names;
}

/** An embedded database that was killed is started again while everything else goes on. */
function keepDatabase(): void {
  if (!cluster) return;
  let busy = false;
  watch = setInterval(async () => {
    if (busy || ending) return;
    busy = true;
    try {
      const found = await connectOrStart(readEnv().DATA_DIR);
      if (found.started) logger.warn('the embedded database had ended; it was started again');
    } catch (error) {
      logger.error({ err: error }, 'the embedded database cannot be started');
    } finally {
      busy = false;
    }
  }, 3_000);
}

function invitation(): string {
  const env = readEnv();
  if (isDemo(env)) return 'Demonstration mode: choose a person to log in as on the first page.';
  if (env.OIDC_ISSUER) return `Log in with ${env.OIDC_NAME}.`;
  return 'Log in with an account; make the first one with: npm run assent -- user create --admin EMAIL';
}

function end(): Promise<void> {
  ending ??= (async () => {
    if (watch) clearInterval(watch);
    process.stdout.write('\nStopping … ');
    for (const kept of running.reverse()) await kept.stop();
    await closeSender();
    await closeValidationPool();
    await closeDb();
    await cluster?.stop();
    process.stdout.write('stopped.\n');
  })();
  return ending;
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => void end().then(() => process.exit(0)));
process.on('disconnect', () => void end().then(() => process.exit(0)));

main().catch(async (error: unknown) => {
  process.stderr.write(`\nAssent could not start: ${explain(error)}\n`);
  await end();
  process.exit(1);
});

function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') {
    return `port ${readEnv().PORT} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start`;
  }
  if (code === 'EADDRNOTAVAIL')
    return `this machine has no address ${readEnv().HOST}. Set HOST to one of its addresses.`;
  if (code === 'EACCES')
    return `this user may not listen on port ${readEnv().PORT}. Choose one above 1023: PORT=3000 npm start`;
  return message ?? String(error);
}
