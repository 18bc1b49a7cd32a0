'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { PermissionView } from '@/lib/contracts/proposal-person';
import type { ThreadView } from '@/lib/contracts/thread';

/** A server action; what it takes is checked on the server. */
export type DeskAction<T = unknown> = (input: unknown) => Promise<ActionResult<T>>;

export interface ThreadActions {
  open: DeskAction;
  comment: DeskAction;
  resolve: DeskAction;
  reopen: DeskAction;
  setBlocking: DeskAction;
  applySuggestion: DeskAction;
}

/** What every part of the review tab knows about the proposal and its threads. */
export interface ReviewDesk {
  proposalId: string;
  /** The moment the page speaks from, ISO 8601. */
  now: string;
  /** The draft that suggestions are applied to, as the page saw it. */
  draftVersion: number;
  /** The revision that is shown; null while nothing was submitted. */
  revisionNumber: number | null;
  isNewest: boolean;
  threads: ThreadView[];
  mayComment: PermissionView;
  mayBlock: PermissionView;
  actions: ThreadActions;
}

const DeskContext = createContext<ReviewDesk | null>(null);

export function ReviewDeskProvider({ desk, children }: { desk: ReviewDesk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useReviewDesk(): ReviewDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This component stands outside a ReviewDeskProvider.');
  return desk;
}

/** The threads about each field, by its pointer in the newest revision. */
export function useFieldThreads(): ReadonlyMap<string, ThreadView[]> {
  const { threads } = useReviewDesk();
  return useMemo(() => {
    const byField = new Map<string, ThreadView[]>();
    for (const thread of threads) {
      const { anchor } = thread;
      if (anchor.kind !== 'field' || anchor.gone) continue;
      byField.set(anchor.pointer, [...(byField.get(anchor.pointer) ?? []), thread]);
    }
    return byField;
  }, [threads]);
}
