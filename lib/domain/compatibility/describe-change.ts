import { changeTexts } from './change-texts';
import type { Change } from './change';

/** The change as one or two sentences: what changed, and what that means for producers, consumers or privacy. */
export function describeChange(change: Change): string {
  return changeTexts[change.kind](change);
}
