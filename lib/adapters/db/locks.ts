import type { Tx } from './client';

/**
 * Holds a lock named by two strings until the transaction ends; a second transaction with the same name waits.
 * All processes on one database share these locks.
 */
export async function lockInTransaction(tx: Tx, space: string, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${space}), hashtext(${name}))`;
}

/** Locks a proposal's row until the transaction ends. Gives false where there is no such proposal. */
export async function lockProposal(tx: Tx, proposalId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM proposal WHERE id = ${proposalId}::uuid FOR UPDATE`;
  return rows.length === 1;
}
