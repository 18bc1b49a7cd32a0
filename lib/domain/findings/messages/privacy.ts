import type { Json } from '../../schema/json';
import type { RuleTexts } from '../finding';
import { quoted } from './sentence-parts';

const guide = 'https://www.mediawiki.org/wiki/Extension:EventLogging/Guide';
const guidelines = 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines';
const retention = 'https://foundation.wikimedia.org/wiki/Legal:Data_retention_guidelines';
const sanitization = 'https://wikitech.wikimedia.org/wiki/Data_Platform/Event_Sanitization';

const forbidden: Record<string, string> = {
  name: 'a person’s name',
  'postal-address': 'a postal address',
  email: 'an e-mail address',
  phone: 'a phone number',
  'payment-card': 'payment details',
  'government-identifier': 'an identifier given by a government',
};

const categories: Record<string, string> = {
  'network-identifier': 'a network identifier',
  'device-identifier': 'a device or install identifier',
  'session-identifier': 'a session identifier',
  'user-identifier': 'a user identifier',
  'user-agent': 'a user agent',
  'fine-geography': 'geography finer than a country',
  'exact-count': 'an exact count that singles a person out',
  'user-text': 'text typed by a user',
  demographic: 'a demographic or an attitude',
};

const listed = (fields: Json | undefined) => [fields ?? []].flat().join(', ');

const parsimonyTexts: RuleTexts = {
  'field-serves-no-metric': {
    title: 'Every field serves a metric',
    message: ({ field }) => `The field ${field} serves no metric.`,
    explanation:
      'Every field costs engineering, space and privacy. Say which metric needs it, or that it controls or validates data. If it does neither, prune it: “just in case” is no reason.',
    source: guide,
  },
  'metric-without-field': {
    title: 'Every metric has its fields',
    message: ({ metric }) => `No field serves the metric ${quoted(metric)}.`,
    explanation:
      'A metric that no field measures cannot be computed. Name the fields from which it is computed; if they do not exist, add them, or drop the metric.',
    source: guide,
  },
  'same-field-in-fragment': {
    title: 'Use the fragment',
    message: ({ field, name, fragment }) =>
      field === name
        ? `The field ${field} is already offered by ${fragment}.`
        : `The field ${field} looks like ${name}, which ${fragment} already offers.`,
    explanation:
      'Fields that many schemas share are described once, in a fragment, so that they mean the same everywhere and can be joined. Use the fragment by $ref instead of describing the field again.',
    source: guidelines,
  },
};

const personalDataTexts: RuleTexts = {
  'never-collected': {
    title: 'Never collected',
    message: ({ field, kind, by, words }) => {
      const what = forbidden[String(kind)] ?? 'data that must not be collected';
      const why = by === 'name' ? 'its name' : `its ${by} ${quoted(words)}`;
      return `The field ${field} seems to hold ${what}, as ${why} says.`;
    },
    explanation:
      'Names, postal addresses, e-mail addresses, phone numbers, payment cards and government identifiers are never collected with events, whatever the question. Remove the field. If it holds something else, give it a name and a description that say so.',
    source: retention,
  },
  'personal-data': {
    title: 'Looks like personal data',
    message: ({ field, category, reason, proposal }) =>
      `The field ${field} looks like ${categories[String(category)] ?? 'personal data'}: ${reason}. Proposal: ${proposal}.`,
    explanation:
      'An analyst will decide what happens to this field after 90 days. Unless it is decided otherwise it is purged. Ask yourself whether the question can be answered without it, or with something coarser: a bucket instead of a count, a country instead of a city.',
    source: sanitization,
  },
};

const riskTexts: RuleTexts = {
  'risk-agent-performer-page': {
    title: 'User agent, performer and page together',
    message: ({ fields }) =>
      `Together these fields show who read or edited what, with which browser: ${listed(fields)}.`,
    explanation:
      'A user agent, a performer and a page in one event make a record of a person’s reading that can be tied to a device. This is the highest risk tier: it needs a second privacy reviewer and a link to the legal or security review.',
    source: retention,
  },
  'risk-agent-with-person': {
    title: 'User agent together with a person or install',
    message: ({ fields }) => `Together these fields tie a person or install to a device: ${listed(fields)}.`,
    explanation:
      'A user agent narrows down a device; with a performer or an app install it makes a lasting identifier. It needs a second privacy reviewer.',
    source: retention,
  },
  'risk-page-with-performer': {
    title: 'Page together with a performer',
    message: ({ fields }) => `Together these fields show who was interested in what: ${listed(fields)}.`,
    explanation:
      'Which pages a person reads or edits says much about that person. It needs a second privacy reviewer.',
    source: retention,
  },
  'risk-page-with-install': {
    title: 'Page together with an app install while logged in',
    message: ({ fields }) =>
      `Together these fields tie what is read to an install whose user is known: ${listed(fields)}.`,
    explanation:
      'An app install of someone who is logged in can be tied to the account, and the pages with it. It needs a second privacy reviewer.',
    source: retention,
  },
  'risk-kept-personal-data': {
    title: 'Personal data kept longer than 90 days',
    message: ({ fields }) => `Kept longer than 90 days: ${listed(fields)}.`,
    explanation:
      'Personal data that is not public is deleted, aggregated or de-identified after 90 days. Keeping it needs a reason and a second privacy reviewer.',
    source: sanitization,
  },
};

/** Texts of the findings that the privacy and parsimony rules give, and of the causes of a risk tier (params: fields). */
export const privacyTexts: RuleTexts = { ...parsimonyTexts, ...personalDataTexts, ...riskTexts };
