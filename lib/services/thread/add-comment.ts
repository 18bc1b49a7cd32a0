import type { z } from 'zod';
import type { addCommentInput } from '@/lib/contracts/thread';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeThread } from './change-thread';

/**
 * Adds a comment to a thread, open or resolved. Throws `not-found`, `not-allowed`, and `invalid-input` where text is
 * suggested on a thread that is not about lines.
 */
export async function addComment(
  actor: Actor,
  { threadId, body, suggestion }: z.output<typeof addCommentInput>,
  clock: Clock = systemClock,
): Promise<{ commentId: string }> {
  return changeThread(
    { actor, threadId, action: 'comment.write', clock },
    async ({ tx, at, actor: person }, thread) => {
      if (suggestion !== null && thread.anchor !== 'lines') {
        const message = 'Text can be suggested for lines only.';
        throw new AppError('invalid-input', message, { fields: { suggestion: message } });
      }
      const comment = await tx.comment.create({
        data: { threadId, authorId: person.id, body, suggestion, createdAt: at },
      });
      const data = { body: body.slice(0, 500), suggests: suggestion !== null };
      return { result: { commentId: comment.id }, audit: { action: 'comment.added', data } };
    },
  );
}
