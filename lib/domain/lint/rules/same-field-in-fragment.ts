import type { Field } from '../../schema/types';
import { fieldReport, isNamed } from '../field-report';
import type { KnownFragmentField } from '../lint-input';
import type { LintRule } from '../rule';

/** Words that say the same in field names. */
const synonyms: Record<string, string> = {
  performer: 'user',
  actor: 'user',
  editor: 'user',
  article: 'page',
  database: 'wiki',
  db: 'wiki',
  timestamp: 'dt',
  ts: 'dt',
  time: 'dt',
  token: 'id',
  identifier: 'id',
  uuid: 'id',
  lang: 'language',
  title: 'name',
  ns: 'namespace',
  num: 'count',
};

/** The name with synonyms replaced and its words in order, so that `user_edit_count` meets `performer_num_edits`-like names. */
function meaningOf(name: string): string {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words
    .map((word) => (Object.hasOwn(synonyms, word) ? synonyms[word] : word))
    .sort()
    .join(' ');
}

function findOffered(
  field: Field,
  offers: ReadonlyMap<string, KnownFragmentField>,
): KnownFragmentField | undefined {
  return offers.get(`${field.type} ${meaningOf(field.name)}`);
}

/**
 * A field that a fragment already offers, under this name or another, is taken from the fragment.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const sameFieldInFragment: LintRule = {
  name: 'same-field-in-fragment',
  check: (context) => {
    const offers = new Map<string, KnownFragmentField>();
    for (const known of context.input.knownFragmentFields ?? []) {
      if (known.fragment.startsWith(`/${context.input.expectedTitle ?? context.title}/`)) continue;
      const meaning = `${known.type} ${meaningOf(known.name)}`;
      if (!offers.has(meaning)) offers.set(meaning, known);
    }
    return context.ownNewFields
      .filter((field) => isNamed(field) && field.depth === 0)
      .flatMap((field) => {
        const offered = findOffered(field, offers);
        return offered
          ? [fieldReport(field, 'warning', { name: offered.name, fragment: offered.fragment })]
          : [];
      });
  },
};
