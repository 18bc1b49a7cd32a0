import { z } from 'zod';

const kilobyte = 1024;

/** The longest draft, in bytes of UTF-8. */
export const maxDraftBytes = 512 * kilobyte;
/** The longest comment or review, in bytes of UTF-8. */
export const maxCommentBytes = 20 * kilobyte;
/** The longest answer, reason or definition, in bytes of UTF-8. */
export const maxAnswerBytes = 10 * kilobyte;

/** Text of a person: whole characters, no NUL (which no database text holds), and not longer than `bytes` of UTF-8. */
export function textUpTo(bytes: number, what: string) {
  return z
    .string(`${what} must be text.`)
    .refine(isStorable, `${what} holds characters that cannot be stored. Remove them and try again.`)
    .refine((text) => byteLength(text) <= bytes, `${what} is too long: at most ${sizeOf(bytes)}.`);
}

/** The same, and something other than white space in it; white space at both ends is dropped. */
export function someTextUpTo(bytes: number, what: string) {
  return textUpTo(bytes, what)
    .transform((text) => text.trim())
    .refine((text) => text !== '', `${what} is missing.`);
}

/** The number of bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

function sizeOf(bytes: number): string {
  return bytes < kilobyte ? `${bytes} bytes` : `${Math.round(bytes / kilobyte)} KB`;
}

/** A proposal's id, as the database gave it. */
export const proposalId = z.uuid('This is not the id of a proposal.');

/** A SHA-256 in lower-case hexadecimal. */
export const contentHash = z.string().regex(/^[0-9a-f]{64}$/, 'This is not the hash of a revision.');

/** A counter that says which state of a text somebody saw. */
export const versionCounter = z.int('This is not a version counter.').min(0).max(2_147_483_647);

/** JSON Pointer of a field in the materialized schema. */
export const fieldPointer = textUpTo(2 * kilobyte, 'The address of a field').refine(
  (pointer) => pointer.startsWith('/'),
  'The address of a field begins with a slash.',
);
