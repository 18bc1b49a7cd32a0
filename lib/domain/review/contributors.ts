import type { ReviewSnapshot } from './snapshot';

/**
 * Everyone who has no voice on the current revision, because it holds their text.
 * Text of an earlier revision lives on in the next one, so a contributor stays a contributor;
 * who opened the proposal counts as well, whether or not a word of theirs is left
 * (domain.md: “Nobody approves or signs off a revision to which they contributed text”).
 */
export function contributorsOf(
  snapshot: Pick<ReviewSnapshot, 'authorId' | 'currentRevision' | 'earlierRevisions'>,
): ReadonlySet<string> {
  const revisions = snapshot.currentRevision
    ? [...snapshot.earlierRevisions, snapshot.currentRevision]
    : snapshot.earlierRevisions;
  return new Set([snapshot.authorId, ...revisions.flatMap((revision) => [...revision.contributorIds])]);
}
