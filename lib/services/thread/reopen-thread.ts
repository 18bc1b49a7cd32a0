import type { z } from 'zod';
import type { threadInput } from '@/lib/contracts/thread';
import type { Actor } from '@/lib/domain/access/subjects';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeThread } from './change-thread';

/** Opens a resolved thread again; nothing happens where it is open. Throws `not-found`, `not-allowed`. */
export async function reopenThread(
  actor: Actor,
  { threadId }: z.output<typeof threadInput>,
  clock: Clock = systemClock,
): Promise<void> {
  await changeThread({ actor, threadId, action: 'thread.reopen', clock }, async ({ tx }, thread) => {
    if (thread.resolvedAt === null) return { result: undefined, audit: null };
    await tx.thread.update({ where: { id: threadId }, data: { resolvedAt: null, resolvedById: null } });
    return { result: undefined, audit: { action: 'thread.reopened', data: { blocking: thread.blocking } } };
  });
}
