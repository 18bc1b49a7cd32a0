import { randomBytes } from 'node:crypto';
import { getDb } from '@/lib/adapters/db/client';
import { readEnv } from '@/lib/platform/env';

let cached: string | null = null;

/** The secret that sessions are sealed with: a setting, or made once and shared through the database. */
export async function loadAuthSecret(): Promise<string> {
  const configured = readEnv().AUTH_SECRET;
  if (configured) return configured;
  if (cached) return cached;
  const db = getDb();
  const made = randomBytes(32).toString('base64url');
  await db.setting.createMany({ data: [{ key: 'auth-secret', value: made }], skipDuplicates: true });
  const row = await db.setting.findUniqueOrThrow({ where: { key: 'auth-secret' } });
  cached = String(row.value);
  return cached;
}
