import { getDb } from '@/lib/adapters/db/client';
import { lockInTransaction } from '@/lib/adapters/db/locks';
import type { Clock } from '@/lib/platform/clock';
import { ensureCast } from './demonstration/people';
import { playStories } from './demonstration/stories';

/**
 * Fills a demonstration with people and with one proposal in each state, so that every screen has something to look
 * at. Everything goes through the services, as if people had done it. False where it stands already.
 */
export async function seedDemonstration(repositoryId: string, clock: Clock): Promise<boolean> {
  const cast = await ensureCast(clock);
  if (await getDb().setting.findUnique({ where: { key: 'demonstration' } })) return false;
  await playStories(cast, repositoryId, clock);
  await getDb().$transaction(async (tx) => {
    await lockInTransaction(tx, 'installation', 'demonstration');
    await tx.setting.upsert({
      where: { key: 'demonstration' },
      create: { key: 'demonstration', value: true },
      update: {},
    });
  });
  return true;
}
