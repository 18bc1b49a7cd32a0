import { plainLine } from './plain';
import { UsageError } from './words';

/** Tells a wrong call, and a system that refuses, in one line; null for anything else, which is a fault of the program. */
export function explainError(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? error.code : null;
  // Names in a repository's configuration may hold what no system takes for a path.
  const isRefusal = 'syscall' in error || code === 'ERR_INVALID_ARG_VALUE';
  return isRefusal || error instanceof UsageError ? plainLine(error.message) : null;
}
