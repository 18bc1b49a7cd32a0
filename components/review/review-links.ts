/** Addresses inside the pages of one proposal, so that every list points at the same places. */

/** The id of a field's row, which a link can name. Pointers hold no white space of their own that ids forbid. */
export function fieldAnchor(pointer: string): string {
  return `field:${encodeURIComponent(pointer)}`;
}

/** The id of a thread, which a link can name. */
export function threadAnchor(threadId: string): string {
  return `thread-${threadId}`;
}

export function draftHref(number: number): string {
  return `/proposals/${number}/draft`;
}

export function reviewHref(number: number, anchor?: string): string {
  return `/proposals/${number}/review${anchor ? `#${encodeURI(anchor)}` : ''}`;
}

export function privacyHref(number: number, anchor?: string): string {
  return `/proposals/${number}/privacy${anchor ? `#${encodeURI(anchor)}` : ''}`;
}

/** A thread on the review page. */
export function threadHref(number: number, threadId: string): string {
  return reviewHref(number, threadAnchor(threadId));
}

/** A field in the table of the privacy page. */
export function fieldDecisionHref(number: number, pointer: string): string {
  return privacyHref(number, fieldAnchor(pointer));
}
