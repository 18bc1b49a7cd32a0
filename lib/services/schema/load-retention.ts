import { getDb } from '@/lib/adapters/db/client';
import type { RetentionAction } from '@/lib/domain/review/snapshot';

/** What was decided about a field. */
export interface Retention {
  action: RetentionAction;
  reason: string;
  decidedBy: string;
}

/** What the approved proposals of a schema decided, by field pointer; of several decisions the newest version's counts. */
export async function loadRetention(schemaId: string): Promise<Map<string, Retention>> {
  const rows = await getDb().fieldDecision.findMany({
    where: { proposal: { version: { schemaId } } },
    include: {
      person: { select: { name: true } },
      proposal: { select: { version: { select: { createdAt: true } } } },
    },
  });
  const inOrder = rows.sort(
    (one, other) =>
      (one.proposal.version?.createdAt.getTime() ?? 0) - (other.proposal.version?.createdAt.getTime() ?? 0),
  );
  return new Map(
    inOrder.map(({ pointer, action, reason, person }) => [
      pointer,
      { action, reason, decidedBy: person.name },
    ]),
  );
}
