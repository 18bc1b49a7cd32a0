import { isJsonObject, type Json } from '../schema/json';
import { type Change, makeChange } from './change';
import { ownValue } from './json-equality';

/**
 * Suggests which removed field lives on under another path: the same name and type elsewhere (moved), or the same
 * type and description (renamed). Each field is named in one suggestion at most. It is a suggestion only: the
 * removal and the addition stay in the list and keep their classifications.
 */
export function suggestMoves(changes: readonly Change[]): Change[] {
  const removed = changes.filter((change) => change.kind === 'field-removed');
  const added = changes.filter((change) => change.kind === 'field-added');
  if (removed.length === 0 || added.length === 0) return [];
  const taken = new Set<Change>();
  const moves: Change[] = [];
  for (const keyOf of [byNameAndText, byName, byText]) {
    const candidates = groupBy(
      added.filter((change) => !taken.has(change)),
      keyOf,
    );
    for (const from of removed) {
      const key = keyOf(from);
      if (key === null || taken.has(from)) continue;
      const to = candidates.get(key)?.shift();
      if (to === undefined) continue;
      taken.add(from);
      taken.add(to);
      moves.push(moveOf(from, to));
    }
  }
  return moves;
}

function moveOf(from: Change, to: Change): Change {
  return makeChange({
    kind: 'field-moved',
    pointer: to.pointer,
    path: to.path,
    classifications: ['documentation'],
    before: from.path,
    after: to.path,
  });
}

function nameOf(change: Change): string {
  return change.path.slice(change.path.lastIndexOf('.') + 1);
}

/** The field's schema, which stands in `before` of a removed and in `after` of an added field. */
function partOf(change: Change, keyword: string): Json | null {
  const schema = change.before ?? change.after;
  return isJsonObject(schema) ? (ownValue(schema, keyword) ?? null) : null;
}

function byNameAndText(change: Change): string | null {
  const text = byText(change);
  return text === null ? null : JSON.stringify([nameOf(change), text]);
}

function byName(change: Change): string | null {
  return JSON.stringify([nameOf(change), partOf(change, 'type')]);
}

/** Null where there is no description: equal types alone say nothing. */
function byText(change: Change): string | null {
  const description = partOf(change, 'description');
  return description === null ? null : JSON.stringify([description, partOf(change, 'type')]);
}

function groupBy(
  changes: readonly Change[],
  keyOf: (change: Change) => string | null,
): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = keyOf(change);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return groups;
}
