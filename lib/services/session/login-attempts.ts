import { getDb } from '@/lib/adapters/db/client';
import { AppError } from '@/lib/platform/app-error';

const limit = 10;
const windowMinutes = 15;

/** Throws `too-many-attempts` where this key failed too often of late; it clears by itself. */
export async function requireAttemptsLeft(key: string, now: Date): Promise<void> {
  const row = await getDb().loginAttempt.findUnique({ where: { key } });
  if (row && row.windowEnd > now && row.failures >= limit) {
    const minutes = Math.ceil((row.windowEnd.getTime() - now.getTime()) / 60_000);
    throw new AppError('too-many-attempts', `Too many failed attempts. Try again in ${minutes} minutes.`);
  }
}

/** Counts a failure; the window begins with the first of a series. */
export async function countFailure(key: string, now: Date): Promise<void> {
  const end = new Date(now.getTime() + windowMinutes * 60_000);
  await getDb().$executeRaw`
    INSERT INTO login_attempt (key, failures, window_end) VALUES (${key}, 1, ${end})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN login_attempt.window_end > ${now} THEN login_attempt.failures + 1 ELSE 1 END,
      window_end = CASE WHEN login_attempt.window_end > ${now} THEN login_attempt.window_end ELSE ${end} END`;
}

export async function clearFailures(key: string): Promise<void> {
  await getDb().loginAttempt.deleteMany({ where: { key } });
}
