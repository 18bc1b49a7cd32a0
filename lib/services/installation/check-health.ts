import { getDb } from '@/lib/adapters/db/client';

/** Rejects where the database does not answer. */
export async function checkHealth(): Promise<void> {
  await getDb().$queryRaw`SELECT 1`;
}
