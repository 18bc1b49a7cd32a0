import type { z } from 'zod';
import type { setBlockingInput } from '@/lib/contracts/thread';
import type { Actor } from '@/lib/domain/access/subjects';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeThread } from './change-thread';

/** Makes a thread block approval, or stop blocking it. Throws `not-found`, `not-allowed`. */
export async function setBlocking(
  actor: Actor,
  { threadId, blocking }: z.output<typeof setBlockingInput>,
  clock: Clock = systemClock,
): Promise<void> {
  await changeThread({ actor, threadId, action: 'thread.set-blocking', clock }, async ({ tx }, thread) => {
    if (thread.blocking === blocking) return { result: undefined, audit: null };
    await tx.thread.update({ where: { id: threadId }, data: { blocking } });
    return { result: undefined, audit: { action: blocking ? 'thread.blocked' : 'thread.unblocked' } };
  });
}
