import { z } from 'zod';
import type { PermissionView, PersonRef } from './proposal-person';
import { fieldPointer, maxCommentBytes, proposalId, someTextUpTo, textUpTo } from './proposal-text';

const line = z.int('A line is a whole number.').min(1, 'Lines count from 1.').max(1_000_000);

/** What a new thread is about. Lines are those of the revision with that number. */
export const threadAnchorInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposal') }),
  z.object({ kind: z.literal('field'), pointer: fieldPointer }),
  z.object({ kind: z.literal('metric'), metricId: z.uuid('This is not the id of a metric.') }),
  z
    .object({ kind: z.literal('lines'), revisionNumber: z.int().min(1), startLine: line, endLine: line })
    .refine(({ startLine, endLine }) => startLine <= endLine, {
      message: 'The last line comes before the first.',
      path: ['endLine'],
    }),
]);
export type ThreadAnchorInput = z.input<typeof threadAnchorInput>;

const body = someTextUpTo(maxCommentBytes, 'The comment');
const suggestion = textUpTo(maxCommentBytes, 'The suggested text').nullable().default(null);
const threadId = z.uuid('This is not the id of a thread.');

export const openThreadInput = z
  .object({ proposalId, anchor: threadAnchorInput, blocking: z.boolean().default(false), body, suggestion })
  .refine(({ anchor, suggestion }) => suggestion === null || anchor.kind === 'lines', {
    message: 'Text can be suggested for lines only.',
    path: ['suggestion'],
  });
export type OpenThreadInput = z.input<typeof openThreadInput>;

export const addCommentInput = z.object({ threadId, body, suggestion });
export type AddCommentInput = z.input<typeof addCommentInput>;

export const threadInput = z.object({ threadId });
export type ThreadInput = z.input<typeof threadInput>;

export const setBlockingInput = z.object({ threadId, blocking: z.boolean() });
export type SetBlockingInput = z.input<typeof setBlockingInput>;

/** Where a thread stands now. */
export type AnchorView =
  | { kind: 'proposal' }
  | {
      kind: 'field';
      /** The pointer in the newest revision (or the draft), after renames; the old one where the field is gone. */
      pointer: string;
      path: string;
      gone: boolean;
      /** The dotted path it had when the thread was opened, where it has another now; else null. */
      movedFrom: string | null;
    }
  | { kind: 'metric'; metricId: string; name: string; gone: boolean }
  | {
      kind: 'lines';
      revisionNumber: number;
      startLine: number;
      endLine: number;
      /** The lines as they were when the thread was opened. */
      quotedText: string;
      /** The same lines in the newest revision; null where they changed there, so that the thread is outdated. */
      current: { startLine: number; endLine: number } | null;
    };

export interface CommentView {
  id: string;
  author: PersonRef;
  createdAt: string;
  /** Markdown; render it sanitized. */
  body: string;
  /** Replacement for the thread's lines; null where none is suggested. */
  suggestion: string | null;
  /** When the suggestion went into the draft; null while it did not. */
  appliedAt: string | null;
  /** Whether it can be applied to the draft now by this person; null where there is no suggestion. */
  apply: PermissionView | null;
}

export interface ThreadView {
  id: string;
  anchor: AnchorView;
  blocking: boolean;
  openedBy: PersonRef;
  createdAt: string;
  /** Null while it is open. */
  resolvedAt: string | null;
  resolvedBy: PersonRef | null;
  /** Oldest first; never empty. */
  comments: CommentView[];
  permissions: { resolve: PermissionView; reopen: PermissionView; setBlocking: PermissionView };
}
