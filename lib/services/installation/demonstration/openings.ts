import type { Opening } from './acts';

/** Puts a property before `required:` at the top level and its example at the end. */
function withField(text: string, field: string, example: string): string {
  return `${text.replace(/^required:$/m, `${field}required:`).trimEnd()}\n${example}`;
}

const platforms = 'Desktop and mobile web.';
const offSwitch = 'Removing the stream from the configuration stops it within ten minutes.';

/** Exported in the end: a small, complete next version. */
export const rankOfChoice: Opening = {
  title: 'analytics/search/result_shown',
  summary: 'Tell how far down the chosen result stood',
  write: (text) =>
    withField(
      text,
      `  chosen_result_rank:
    type: integer
    description: >
      Which of the results the reader went on to, counted from 1 for the
      best; 0 when the reader left without choosing.
    minimum: 0
    maximum: 500
`,
      '    chosen_result_rank: 1\n',
    ),
  question: {
    question: 'How far down a list of results do readers go before they choose?',
    decision: 'Whether to show ten results at first, or five.',
    decisionOwner: 'The search team’s product manager, at the end of the quarter.',
    existingData: 'Results shown are counted; which of them is chosen is not.',
    alternatives: 'Server logs tell the next page, but not from which list it was reached.',
    retention: 'Six weeks of events; the search analyst looks at them every Monday.',
    platforms,
    sample: 'One session in a hundred.',
    offSwitch,
  },
  metrics: [
    {
      name: 'Share of choices below rank five',
      definition:
        'Events with chosen_result_rank above 5, divided by events with chosen_result_rank above 0, per week.',
      fieldPointers: ['/properties/chosen_result_rank', '/properties/search_id'],
    },
  ],
};

/** Withdrawn: a question that needs no collection. */
export const pointerTrail: Opening = {
  title: 'analytics/pointer/trail',
  summary: 'Follow the pointer over the page',
  write: (text) => text,
  question: { question: 'Where do people look on the new front page?', platforms },
  metrics: [],
};

/** In review: one field that should be another, and a thread that says so. */
export const experienceOfClick: Opening = {
  title: 'analytics/button/click',
  summary: 'Ask whether experience changes which design is chosen',
  write: (text) =>
    withField(
      text,
      `  user_edit_count:
    type: integer
    description: How many edits the person had made before choosing.
    minimum: 0
    maximum: 4294967295
  editor_interface:
    type: string
    description: In which kind of editor the person went on to work.
    enum:
      - wikitext
      - visual
`,
      '    user_edit_count: 12\n    editor_interface: visual\n',
    ),
  question: {
    question: 'Do experienced people choose another design than newcomers?',
    decision: 'Whether the new design becomes the default for everyone, or for newcomers only.',
    decisionOwner: 'The editing team’s product manager.',
    existingData: 'user_is_new tells newcomers of the last day only.',
    alternatives: 'Joining user_id with the edit database afterwards, which takes a day per report.',
    retention: 'Eight weeks; the editing analyst watches the balance of the variants daily.',
    platforms,
    sample: 'Everyone in the experiment.',
    offSwitch,
  },
  metrics: [
    {
      name: 'Choice rate by experience',
      definition:
        'Choices of start_editing divided by people who saw the design, per variant and class of experience.',
      fieldPointers: ['/properties/user_edit_count', '/properties/design_variant', '/properties/action'],
    },
    {
      name: 'Share of the visual editor',
      definition:
        'Choices that went on in the visual editor, divided by all choices of start_editing, per variant.',
      fieldPointers: ['/properties/editor_interface'],
    },
  ],
};

/** Still being drafted: the editor has something to say about it. */
export const deviceOfAttempt: Opening = {
  title: 'analytics/edit/attempt',
  summary: 'Tell abandoned attempts apart by kind of device',
  write: (text) =>
    withField(
      text,
      `  deviceClass:
    type: string
    description: On which kind of device the person worked.
    enum:
      - phone
      - tablet
      - desktop
`,
      '    deviceClass: phone\n',
    ),
  question: {
    question:
      'Are attempts on phones abandoned more often because of the device, or because of who uses one?',
    decision: 'Which interface the mobile team improves next.',
  },
  metrics: [
    {
      name: 'Abandonment by kind of device',
      definition:
        'Attempts whose last step is abandon, divided by all attempts, per kind of device and week.',
      fieldPointers: ['/properties/deviceClass', '/properties/action'],
    },
  ],
};

/** Approved, and then in conflict with what somebody pushed by hand. */
export const readingList: Opening = {
  title: 'labs/reading_list/view',
  summary: 'Count how often reading lists are opened',
  write: () => `title: labs/reading_list/view
description: >
  A reader opened one of their reading lists. It answers whether lists are
  used again after they were made.
$id: /labs/reading_list/view/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
allOf:
  - $ref: /fragment/common/1.1.0
properties:
  list_size_bucket:
    type: string
    description: How many pages the list held when the reader opened it, in classes.
    enum:
      - 0 pages
      - 1-9 pages
      - 10+ pages
required:
  - list_size_bucket
examples:
  - $schema: /labs/reading_list/view/1.0.0
    dt: '2024-05-02T10:00:00Z'
    meta:
      stream: labs.reading_list_view
    list_size_bucket: 1-9 pages
`,
  question: {
    question: 'Are reading lists used again after they were made?',
    decision: 'Whether lists move to the front page.',
    decisionOwner: 'The reading team’s product manager.',
    existingData: 'Lists are counted when they are made, not when they are opened.',
    alternatives: 'Asking readers in a survey; we did, and the answers contradicted each other.',
    retention: 'Four weeks; the reading analyst watches it weekly.',
    platforms: 'Mobile apps.',
    sample: 'One device in ten.',
    offSwitch,
  },
  metrics: [
    {
      name: 'Openings per list and week',
      definition: 'Number of events per week, divided by the number of lists that exist, per class of size.',
      fieldPointers: ['/properties/list_size_bucket'],
    },
  ],
};
