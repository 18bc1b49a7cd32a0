'use client';

import { useCallback, useState, useTransition } from 'react';
import type { ActionError, ActionResult } from '@/lib/contracts/action-result';

const unreachable: ActionError = {
  code: 'unavailable',
  message: 'The server did not answer. Nothing that you typed is lost; try again.',
  fields: {},
  details: {},
};

export interface ActionRun {
  /** True until the page shows what the action changed. */
  pending: boolean;
  /** Null where nothing was refused. */
  error: ActionError | null;
  run: <T>(work: () => Promise<ActionResult<T>>, done?: (value: T) => void) => void;
  clear: () => void;
}

/** Runs server actions one at a time: what is pending, and the refusal of the last one. */
export function useAction(): ActionRun {
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ActionError | null>(null);
  const run = useCallback(
    <T>(work: () => Promise<ActionResult<T>>, done?: (value: T) => void) =>
      startTransition(async () => {
        const result = await work().catch((): ActionResult<T> => ({ ok: false, error: unreachable }));
        setError(result.ok ? null : result.error);
        if (result.ok) done?.(result.value);
      }),
    [],
  );
  const clear = useCallback(() => setError(null), []);
  return { pending, error, run, clear };
}

/** The message of a refusal as a form without a place for each field shows it. */
export function errorText(error: ActionError | null): string | null {
  if (!error) return null;
  return Object.values(error.fields)[0] ?? error.message;
}
