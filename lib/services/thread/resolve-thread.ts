import type { z } from 'zod';
import type { threadInput } from '@/lib/contracts/thread';
import type { Actor } from '@/lib/domain/access/subjects';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeThread } from './change-thread';

/** Resolves a thread; nothing happens where it is resolved already. Throws `not-found`, `not-allowed`. */
export async function resolveThread(
  actor: Actor,
  { threadId }: z.output<typeof threadInput>,
  clock: Clock = systemClock,
): Promise<void> {
  await changeThread(
    { actor, threadId, action: 'thread.resolve', clock },
    async ({ tx, at, actor: person }, thread) => {
      if (thread.resolvedAt !== null) return { result: undefined, audit: null };
      await tx.thread.update({ where: { id: threadId }, data: { resolvedAt: at, resolvedById: person.id } });
      return { result: undefined, audit: { action: 'thread.resolved', data: { blocking: thread.blocking } } };
    },
  );
}
