import { fromPointer } from '../schema/pointer';
import { showValue } from './change-texts';
import type { UpstreamProblem, UpstreamReason } from './upstream-verdict';

const texts: Record<UpstreamProblem, (reason: UpstreamReason, place: string) => string> = {
  removed: (_, place) => `${place} is gone`,
  changed: (reason, place) =>
    `${place} changed from ${showValue(reason.before)} to ${showValue(reason.after)}`,
  'kind-changed': (_, place) => `${place} holds another kind of value`,
  'required-removed': (_, place) => `the list ${place} is gone`,
  'required-changed': (_, place) => `the list ${place} names other properties`,
  'enum-removed': (_, place) => `the list ${place} is gone`,
  'enum-narrowed': (_, place) => `the list ${place} lacks values that it had`,
  crash: (_, place) => `its own code fails at ${place}, which it takes for a keyword or reads as an object`,
};

/** Upstream's reason as a clause without a full stop; the place is written as upstream writes it (`.a.b`). */
export function describeUpstreamReason(reason: UpstreamReason): string {
  return texts[reason.problem](reason, upstreamPath(reason.pointer));
}

/** A JSON Pointer as upstream's messages write a place: keys joined by dots, with a leading one. */
export function upstreamPath(pointer: string): string {
  return pointer === ''
    ? '.'
    : fromPointer(pointer)
        .map((key) => `.${key}`)
        .join('');
}
