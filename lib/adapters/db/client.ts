import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client';

export type Db = PrismaClient;
/** What services hand to everything that writes within their transaction. */
export type Tx = Prisma.TransactionClient;

const globalStore = globalThis as { assentDb?: { url: string; db: Db } };

/** The database of this process: one pool, kept across reloads in development. */
export function getDb(url = process.env.DATABASE_URL): Db {
  if (!url)
    throw new Error('DATABASE_URL is not set; start Assent with npm start, which sets it for its processes.');
  if (globalStore.assentDb?.url !== url) globalStore.assentDb = { url, db: createDb(url) };
  return globalStore.assentDb.db;
}

/** A client of its own; whoever makes it disconnects it. */
export function createDb(url: string, poolSize = 10): Db {
  const adapter = new PrismaPg({ connectionString: url, max: poolSize, idleTimeoutMillis: 30_000 });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
}

/** Disconnects this process's pool; for programs that stop. */
export async function closeDb(): Promise<void> {
  await globalStore.assentDb?.db.$disconnect();
  globalStore.assentDb = undefined;
}
