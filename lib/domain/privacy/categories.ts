/** What kind of personal data a field holds; `none` where it holds none. The rows of the table in docs and rules. */
export type PersonalDataCategory =
  | 'network-identifier'
  | 'device-identifier'
  | 'session-identifier'
  | 'user-identifier'
  | 'user-agent'
  | 'fine-geography'
  | 'exact-count'
  | 'user-text'
  | 'demographic'
  | 'none';

/** What happens to a field's values after 90 days. */
export type ProposedAction = 'purge' | 'hash' | 'keep';

/** A category as people read it. */
export interface CategoryInfo {
  id: PersonalDataCategory;
  label: string;
  /** Names that fields of the category usually have. */
  examples: string[];
  /** What to do with it, as a sentence. */
  advice: string;
  proposal: ProposedAction;
  /** Whether one value usually tells one person from all others. */
  identifiesPerson: boolean;
}

/** Every category, the most telling first. */
export const personalDataCategories: readonly CategoryInfo[] = [
  {
    id: 'network-identifier',
    label: 'Network identifier',
    examples: ['ip', 'client_ip', 'x_forwarded_for'],
    advice: 'Purge it: an address leads to a household.',
    proposal: 'purge',
    identifiesPerson: true,
  },
  {
    id: 'device-identifier',
    label: 'Device or install identifier',
    examples: ['app_install_id', 'device_id'],
    advice: 'Hash it, so that it can be joined within one salt period only, or purge it.',
    proposal: 'hash',
    identifiesPerson: true,
  },
  {
    id: 'session-identifier',
    label: 'Session identifier',
    examples: ['session_id', 'session_token', 'pageview_id', 'pageview_token'],
    advice: 'Hash it, so that it can be joined within one salt period only, or purge it.',
    proposal: 'hash',
    identifiesPerson: false,
  },
  {
    id: 'user-identifier',
    label: 'User identifier',
    examples: ['user_id', 'user_name', 'user_text', 'performer.id', 'performer.name'],
    advice: 'Purge it. Keeping it needs a reason.',
    proposal: 'purge',
    identifiesPerson: true,
  },
  {
    id: 'user-agent',
    label: 'User agent',
    examples: ['user_agent', 'http.request_headers.user-agent'],
    advice: 'Purge it: rare browsers point at one person.',
    proposal: 'purge',
    identifiesPerson: false,
  },
  {
    id: 'fine-geography',
    label: 'Geography finer than country',
    examples: ['city', 'latitude', 'postal_code', 'geocoded_data.*'],
    advice: 'Purge it. Country and continent may be kept.',
    proposal: 'purge',
    identifiesPerson: false,
  },
  {
    id: 'exact-count',
    label: 'Exact count that singles a person out',
    examples: ['edit_count', 'user_editcount'],
    advice: 'Purge it. The bucketed form (edit_count_bucket) may be kept.',
    proposal: 'purge',
    identifiesPerson: true,
  },
  {
    id: 'user-text',
    label: 'Text typed by a user',
    examples: ['search_query', 'comment', 'summary', 'page_title of a user page'],
    advice: 'Purge it: people type names, addresses and secrets.',
    proposal: 'purge',
    identifiesPerson: false,
  },
  {
    id: 'demographic',
    label: 'Demographic or attitude',
    examples: ['gender', 'age', 'survey answers'],
    advice: 'Purge it.',
    proposal: 'purge',
    identifiesPerson: false,
  },
  {
    id: 'none',
    label: 'None of these',
    examples: ['action', 'wiki', 'platform'],
    advice: 'It may be kept, when someone asks to.',
    proposal: 'keep',
    identifiesPerson: false,
  },
];

/** The category with its label; an unknown id reads as `none`. */
export function categoryInfo(id: PersonalDataCategory): CategoryInfo {
  const none = personalDataCategories.at(-1) as CategoryInfo;
  return personalDataCategories.find((category) => category.id === id) ?? none;
}
