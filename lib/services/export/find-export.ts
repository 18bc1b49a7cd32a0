import { getDb } from '@/lib/adapters/db/client';

/** An export with all that its commit is made from. Null where there is none. */
export function findExport(exportId: string) {
  return getDb().export.findUnique({
    where: { id: exportId },
    include: {
      version: { include: { schema: true } },
      proposal: { include: { repository: true, author: true } },
    },
  });
}

export type ExportRow = NonNullable<Awaited<ReturnType<typeof findExport>>>;
