import { Prisma } from './generated/client';

/** Tells whether a write failed because a row with the same unique value stands. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

/** Tells whether a transaction failed for a reason that goes away when it is tried again. */
export function isSerializationFailure(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034';
}
