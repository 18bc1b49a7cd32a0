import type { Tone } from '@/components/ui/tone';
import type { Classification } from '@/lib/domain/compatibility/change';
import { isJsonObject, type Json } from '@/lib/domain/schema/json';
import type { ChangeLine } from './review-view';

/** The four words under which a screen sorts changes. */
export type ChangeGroup = 'breaking' | 'privacy' | 'compatible' | 'documentation';

export const changeGroups: readonly ChangeGroup[] = ['breaking', 'privacy', 'compatible', 'documentation'];

/** The name of each group on a screen. */
export const groupLabels: Record<ChangeGroup, string> = {
  breaking: 'Breaking',
  privacy: 'Privacy',
  compatible: 'Compatible',
  documentation: 'Documentation',
};

/** How a screen labels one classification. */
export const classificationLabels: Record<Classification, { label: string; tone: Tone }> = {
  'breaking-producers': { label: 'Breaks producers', tone: 'breaking' },
  'breaking-consumers': { label: 'Breaks consumers', tone: 'breaking' },
  privacy: { label: 'Privacy', tone: 'privacy' },
  compatible: { label: 'Compatible', tone: 'compatible' },
  documentation: { label: 'Documentation', tone: 'documentation' },
};

const groupOf: Record<Classification, ChangeGroup> = {
  'breaking-producers': 'breaking',
  'breaking-consumers': 'breaking',
  privacy: 'privacy',
  compatible: 'compatible',
  documentation: 'documentation',
};

/** Tells whether a change belongs to a group; a change may belong to several. */
export function isInGroup(change: ChangeLine, group: ChangeGroup): boolean {
  return change.classifications.some((classification) => groupOf[classification] === group);
}

/** How many changes each group has. */
export function countGroups(changes: readonly ChangeLine[]): Record<ChangeGroup, number> {
  const count = (group: ChangeGroup) => changes.filter((change) => isInGroup(change, group)).length;
  return {
    breaking: count('breaking'),
    privacy: count('privacy'),
    compatible: count('compatible'),
    documentation: count('documentation'),
  };
}

/** The most serious changes first; within one seriousness in the order of the schema. */
export function sortChanges(changes: readonly ChangeLine[]): ChangeLine[] {
  const rank = (change: ChangeLine) => changeGroups.indexOf(groupOf[change.classification]);
  return [...changes].sort((left, right) => rank(left) - rank(right));
}

/** What stood and what stands, for a small before and after; null where the sentence says it all. */
export function valuesOf({ kind, before, after }: ChangeLine): { before: string; after: string } | null {
  if (kind === 'field-added' || kind === 'field-removed' || kind === 'field-moved') return null;
  if (isLong(before) || isLong(after)) return { before: textOf(before), after: textOf(after) };
  return null;
}

/** A new field in a few words: its type and its description. Empty where it says neither. */
export function newFieldText({ kind, after }: ChangeLine): { type: string; description: string } | null {
  if (kind !== 'field-added' || !isJsonObject(after)) return null;
  const { type, description } = after;
  return {
    type: Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : '',
    description: typeof description === 'string' ? description : '',
  };
}

/** Sentences show values up to 80 characters whole; what is longer, and all prose, is compared below them. */
function isLong(value: Json): boolean {
  return (JSON.stringify(value) ?? '').length > 60;
}

function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
