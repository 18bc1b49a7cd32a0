import type { Field } from '../schema/types';
import { categoryInfo, type PersonalDataCategory, type ProposedAction } from './categories';
import type { Json } from '../schema/json';
import { type FieldWords, holdsFreeText, readFieldWords } from './field-words';

/** A guess about a field, for a person to confirm or correct. */
export interface PersonalDataGuess {
  category: PersonalDataCategory;
  proposal: ProposedAction;
  identifiesPerson: boolean;
  /** What gave it away, as a sentence part: “its name is user_id”. */
  reason: string;
}

interface Detector {
  category: PersonalDataCategory;
  byName(words: FieldWords, field: Field): boolean;
  /** Descriptions are asked only of fields that can hold free text, and only where no name gave anything away. */
  byDescription?: RegExp;
}

const personWords =
  /^(?:performer|user|actor|editor|author|creator|uploader|mentor|mentee|account|reader|owner|admin)$/;
const personNames = /^(?:id|name|text|username|user_id|user_name|user_text|user_hash|central_id|global_id)$/;
const userNames =
  /^(?:(?:[a-z0-9]+_)*(?:user|actor|performer|editor|author|creator|uploader|mentor|mentee|account|member)_(?:id|name|text|hash|uuid|key)|user(?:id|name|text|hash)|[a-z]+_user|central_?(?:user_)?id|global_user_id|login(?:_name)?|nickname|performer|actor)$/;

const isNumeric = (field: Field) => /integer|number/.test(field.type);
const isBucketed = (words: FieldWords) => /bucket|range|bracket|group/.test(words.name);

const detectors: Detector[] = [
  {
    category: 'network-identifier',
    byName: ({ name }, field) =>
      (/^(?:.*_)?(?:ip|ipv4|ipv6|ip_?addr(?:ess)?(?:es)?|ips)$/.test(name) && field.type !== 'object') ||
      /(?:^|_)(?:x_forwarded_for|xff|remote_addr|mac_address|x_client_ip|client_proxies)$/.test(name) ||
      field.format === 'ipv4' ||
      field.format === 'ipv6',
    // At the beginning only: much else is said about an address than what it is.
    byDescription: /^\W*(?:(?:the|a|an|client|user|reader|editor)(?:'s|’s)?\s+){0,3}IP addr(?:ess)?\b/i,
  },
  {
    category: 'device-identifier',
    byName: ({ name }) =>
      /(?:^|_)(?:(?:app_)?install(?:ation)?_(?:id|uuid|token)|app_install_id|device_(?:id|uuid|token|hash)|advertising_id|idfa|gaid|imei|android_id|serial_number|fingerprint|edge_unique|cookie_(?:id|value)|visitor_id|client_id)$/.test(
        name,
      ),
    byDescription:
      /\b(?:identif\w+ (?:of |for )?(?:the |a |this )?(?:device|app install(?:ation)?)|install(?:ation)? id|long-lived cookie)\b/i,
  },
  {
    category: 'session-identifier',
    byName: ({ name }) =>
      /^(?:.*_)?(?:session|pageview|page_view|funnel|attempt|visit)(?:_[a-z]+)?_(?:id|token|uuid|hash|key)$/.test(
        name,
      ) || /^(?:token|sessionid|.*_token)$/.test(name),
    byDescription:
      /\b(?:identif\w+|token|id) (?:of|for) (?:the |a |each |this )?(?:user(?:'s|’s)? |browsing |editing )?(?:session|pageview)\b/i,
  },
  {
    category: 'user-agent',
    byName: ({ name, path }) =>
      /(?:^|[._])user_?agent(?:$|[._])/.test(path) || /^(?:ua|ua_string|ua_map|request_headers)$/.test(name),
    byDescription: /\buser[- ]agent\b/i,
  },
  {
    category: 'exact-count',
    byName: (words, field) =>
      isNumeric(field) &&
      !isBucketed(words) &&
      /^(?:.*_)?(?:edit_?count|edits|(?:user|performer|editor)_revision_count|contribution_count|thanks_count|registration_age)$/.test(
        words.name,
      ),
    byDescription: /\bexact (?:number|count) of (?:edits|contributions)\b/i,
  },
  {
    category: 'user-identifier',
    byName: ({ name, parents }, field) =>
      field.enum === null &&
      (userNames.test(name) || (personNames.test(name) && personWords.test(parents.at(-1) ?? ''))) &&
      !/^(?:.*_)?user_is_/.test(name),
    byDescription: /\b(?:user ?name|user ?id|account name) of (?:the|a)\b|\bwho performed\b/i,
  },
  {
    category: 'fine-geography',
    byName: ({ name, path }) =>
      (/(?:^|\.)geo(?:coded_data|location|ip)?\./.test(path) && !/(?:country|continent)/.test(name)) ||
      /^(?:.*_)?(?:city|town|latitude|longitude|lat|lon|lng|postal_?code|post_?code|zip(?:_?code)?|subdivision|region_name|county|district|coordinates|gps|geohash)$/.test(
        name,
      ),
    byDescription:
      /\b(?:latitude|longitude|postal code|zip code|GPS|city (?:of|in which) the (?:user|reader|client))\b/i,
  },
  {
    category: 'user-text',
    byName: ({ name, path }, field) =>
      holdsFreeText(field) &&
      (/^(?:.*_)?(?:query|search_(?:query|term|terms|string|text)|comment|summary|free_?text|feedback|prompt|user_input|input_text|typed_text)$/.test(
        name,
      ) ||
        name === 'page_title' ||
        /(?:^|\.)page\.title$/.test(path)),
    byDescription:
      /\b(?:typed|entered|written) (?:in )?by (?:the |a )?(?:user|reader|editor|person)\b|\bfree[- ](?:form )?text\b|\bsearch (?:query|term)s? (?:that|which|typed|entered)\b/i,
  },
  {
    category: 'demographic',
    byName: ({ name, path }, field) =>
      !(name === 'age' && isAgeOfThing(path, field.description ?? '')) &&
      /^(?:(?:user_|reader_|self_reported_)?(?:gender|sex|age|age_(?:group|range|bucket|bracket)|birth_?(?:day|date|year)|date_of_birth|dob|year_of_birth|ethnicity|race|religion|nationality|sexual_orientation|disability|marital_status|income|education(?:_level)?|occupation|political_\w+)|survey_(?:answer|response|choice)s?|(?:.*_)?survey_(?:answer|response)s?|satisfaction(?:_\w+)?)$/.test(
        name,
      ),
    byDescription:
      /\b(?:gender|age|ethnicity|religion|education|income) of (?:the|a) (?:user|reader|person|respondent)\b|\b(?:answer|response) (?:given )?to (?:the |a )?survey\b/i,
  },
];

/** Values that give themselves away, whatever the field is called. */
const telling: { category: PersonalDataCategory; value: RegExp; words: string }[] = [
  { category: 'network-identifier', value: /^(?:\d{1,3}\.){3}\d{1,3}$/, words: 'an IP address' },
  { category: 'network-identifier', value: /^(?=.*:.*:)[0-9a-f:]{6,45}$/i, words: 'an IP address' },
  { category: 'user-agent', value: /^(?:Mozilla|Opera|WikipediaApp)\/\d/, words: 'a user agent' },
];

/**
 * Guesses what personal data a field holds, from its name, format, description, and a value that an example event has
 * in it (undefined where there is none). Null where nothing gives anything
 * away, which is no proof that it holds none. A person decides; this only proposes.
 * Source: rules.md “Personal data”; https://foundation.wikimedia.org/wiki/Legal:Data_retention_guidelines.
 */
export function detectPersonalData(field: Field, example?: Json): PersonalDataGuess | null {
  const words = readFieldWords(field);
  // What only groups other fields holds nothing itself; the leaves are asked one by one.
  if (!field.leaf || words.name === '' || field.type === 'boolean' || isOfTheProtocol(words)) return null;
  const named = detectors.find((detector) => detector.byName(words, field));
  if (named) return guess(named.category, field, reasonFor(words, field));
  if (isBucketed(words) || !holdsFreeText(field)) return null;
  const value = firstText(example);
  const shown = telling.find((candidate) => candidate.value.test(value));
  if (shown) return guess(shown.category, field, `its example is ${shown.words}`);
  if (field.description === null) return null;
  const description = field.description.slice(0, 2000);
  const described = detectors.find((detector) => saysSo(detector, description));
  if (!described) return null;
  const phrase = described.byDescription?.exec(description)?.[0] ?? '';
  return guess(described.category, field, `its description speaks of “${phrase}”`);
}

/** Of a list or map, what stands first in it; empty where that is no text. */
function firstText(example: Json | undefined): string {
  const first = typeof example === 'object' && example !== null ? Object.values(example)[0] : example;
  return typeof first === 'string' ? first.slice(0, 200) : '';
}

/** The age of a report or of a cached answer is nobody's. */
function isAgeOfThing(path: string, description: string): boolean {
  return (
    path.includes('headers') || /\b(?:report|cache|response|milliseconds|seconds|ms)\b/i.test(description)
  );
}

/** The parts that every event has, which say nothing about a person. */
function isOfTheProtocol(words: FieldWords): boolean {
  return words.path === 'schema' || words.parents[0] === 'meta' || words.name === 'dt';
}

/** “No IP address”, “without the user agent”, and the like speak of what is left out. */
function saysSo(detector: Detector, description: string): boolean {
  const found = detector.byDescription?.exec(description);
  if (!found) return false;
  const before = description.slice(Math.max(0, found.index - 40), found.index);
  return !/\b(?:no|not|never|without|instead of|rather than|excluding|hashed|derived from|based on|whether)\b[^.]*$/i.test(
    before,
  );
}

function reasonFor(words: FieldWords, field: Field): string {
  if (field.format === 'ipv4' || field.format === 'ipv6') return `its format is ${field.format}`;
  return `its name is ${words.parents.length > 0 ? field.path : field.name}`;
}

function guess(category: PersonalDataCategory, field: Field, reason: string): PersonalDataGuess {
  const info = categoryInfo(category);
  // Only text can be hashed.
  const proposal = info.proposal === 'hash' && field.type !== 'string' ? 'purge' : info.proposal;
  return { category, proposal, identifiesPerson: info.identifiesPerson, reason };
}
