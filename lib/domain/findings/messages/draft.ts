import type { RuleTexts } from '../finding';

/** Texts of the findings that a draft gets before it can become a version. */
export const draftTexts: RuleTexts = {
  'examples-written-by-author': {
    title: 'The schema has an example event',
    message: () => 'The schema has no example event. Write one with values that a reader could meet.',
    explanation:
      'An example is the shortest explanation of a schema, and the first thing an engineer copies. Without one the schema repository would generate one, whose values depend on chance and may not even be valid. Add “examples:” with one event that could really have happened; the fix offers a generated one to start from.',
    source: 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines',
  },
};
