import { describe, expect, test } from 'vitest';
import { personalDataCategories } from '@/lib/domain/privacy/categories';
import { type DecidedField, deriveRiskTier } from '@/lib/domain/privacy/combinations';
import { detectNeverCollected } from '@/lib/domain/privacy/detect-never-collected';
import { detectPersonalData } from '@/lib/domain/privacy/detect-personal-data';
import type { Field } from '@/lib/domain/schema/types';

/** A leaf field with a path, of type string where nothing else is said. */
function field(path: string, more: Partial<Field> = {}): Field {
  return {
    pointer: `/properties/${path.replaceAll('.', '/properties/')}`,
    path,
    name: path.slice(path.lastIndexOf('.') + 1),
    type: 'string',
    valueType: null,
    description: null,
    required: false,
    format: null,
    pattern: null,
    enum: null,
    const: undefined,
    default: undefined,
    minimum: null,
    maximum: null,
    minLength: null,
    maxLength: null,
    origin: { kind: 'own' },
    depth: path.split('.').length - 1,
    leaf: true,
    ...more,
  };
}

const integer = { type: 'integer' };

describe('detectPersonalData', () => {
  test.each<[string, Partial<Field>, string, string]>([
    ['ip', {}, 'network-identifier', 'purge'],
    ['http.client_ip', {}, 'network-identifier', 'purge'],
    ['x_forwarded_for', {}, 'network-identifier', 'purge'],
    ['peer', { format: 'ipv4' }, 'network-identifier', 'purge'],
    ['source', { description: 'The IP address of the reader.' }, 'network-identifier', 'purge'],
    ['app_install_id', {}, 'device-identifier', 'hash'],
    ['device_id', integer, 'device-identifier', 'purge'],
    ['session_id', {}, 'session-identifier', 'hash'],
    ['performer.session_id', {}, 'session-identifier', 'hash'],
    ['pageview_token', {}, 'session-identifier', 'hash'],
    ['user_id', integer, 'user-identifier', 'purge'],
    ['userName', {}, 'user-identifier', 'purge'],
    ['performer.id', integer, 'user-identifier', 'purge'],
    ['performer.name', {}, 'user-identifier', 'purge'],
    ['performer.user_text', {}, 'user-identifier', 'purge'],
    ['user_agent', {}, 'user-agent', 'purge'],
    ['http.request_headers.user-agent', {}, 'user-agent', 'purge'],
    ['useragent.browser_family', {}, 'user-agent', 'purge'],
    ['geocoded_data.city', {}, 'fine-geography', 'purge'],
    ['latitude', { type: 'number' }, 'fine-geography', 'purge'],
    ['postal_code', {}, 'fine-geography', 'purge'],
    ['performer.edit_count', integer, 'exact-count', 'purge'],
    ['user_editcount', integer, 'exact-count', 'purge'],
    ['search_query', {}, 'user-text', 'purge'],
    ['comment', {}, 'user-text', 'purge'],
    ['page_title', {}, 'user-text', 'purge'],
    ['gender', { enum: ['f', 'm'] }, 'demographic', 'purge'],
    ['age', integer, 'demographic', 'purge'],
    ['survey_answer', {}, 'demographic', 'purge'],
  ])('takes %s %j for %s', (path, more, category, proposal) => {
    expect(detectPersonalData(field(path, more))).toMatchObject({ category, proposal });
  });

  test.each<[string, Partial<Field>]>([
    ['action', {}],
    ['wiki', {}],
    ['platform', {}],
    ['geocoded_data.country', {}],
    ['geocoded_data.continent', {}],
    ['edit_count_bucket', {}],
    ['user_edit_count_bucket', {}],
    ['is_logged_in', { type: 'boolean' }],
    ['user_is_temp', { type: 'boolean' }],
    ['meta.id', {}],
    ['$schema', {}],
    ['event_name', {}],
    ['session_is_first_of_day', { type: 'boolean' }],
    ['description_note', { description: 'Never the IP address, nor the user agent.' }],
    ['age', { ...integer, description: 'Age of the report in milliseconds' }],
    ['zip', { type: 'boolean' }],
    ['performer', { type: 'object', leaf: false }],
  ])('takes %s %j for nothing', (path, more) => {
    expect(detectPersonalData(field(path, more))).toBeNull();
  });

  test('says what gave the field away', () => {
    expect(detectPersonalData(field('performer.id'))?.reason).toBe('its name is performer.id');
    const described = field('token_of_reader', { description: 'Latitude of the reader.' });
    expect(detectPersonalData(described)?.reason).toBe('its description speaks of “Latitude”');
  });

  test('every category of the table has a label and a proposal', () => {
    expect(personalDataCategories.map((category) => category.id)).toEqual([
      'network-identifier',
      'device-identifier',
      'session-identifier',
      'user-identifier',
      'user-agent',
      'fine-geography',
      'exact-count',
      'user-text',
      'demographic',
      'none',
    ]);
  });
});

describe('detectNeverCollected', () => {
  test.each<[string, Partial<Field>, string]>([
    ['email', {}, 'email'],
    ['user_email', {}, 'email'],
    ['userEmail', {}, 'email'],
    ['emails', { type: 'array', valueType: 'string' }, 'email'],
    ['contact', { format: 'email' }, 'email'],
    ['contact', { description: 'E-mail address of the donor' }, 'email'],
    ['phone_number', integer, 'phone'],
    ['mobile_phone', {}, 'phone'],
    ['note', { description: 'The phone number they left.' }, 'phone'],
    ['card_number', integer, 'payment-card'],
    ['credit_card', {}, 'payment-card'],
    ['iban', {}, 'payment-card'],
    ['ssn', {}, 'government-identifier'],
    ['passport_number', {}, 'government-identifier'],
    ['first_name', {}, 'name'],
    ['user_real_name', {}, 'name'],
    ['surname', {}, 'name'],
    ['label', { description: 'The full name of the user.' }, 'name'],
    ['street_address', {}, 'postal-address'],
    ['address', {}, 'postal-address'],
    ['postal_address', { type: 'object', leaf: false }, 'postal-address'],
  ])('refuses %s %j as %s', (path, more, kind) => {
    expect(detectNeverCollected(field(path, more))?.kind).toBe(kind);
  });

  test.each<[string, Partial<Field>]>([
    ['page_name', {}],
    ['event_name', {}],
    ['wiki', { description: 'Name of the wiki, such as enwiki' }],
    ['name', { description: 'The name of the wiki.' }],
    ['stream', { description: 'Name of the stream (dataset) that this event belongs in' }],
    ['user_name', {}],
    ['browser_family', {}],
    ['has_email', { type: 'boolean' }],
    ['card_number', { ...integer, enum: [1, 2] }],
    ['email_count', integer],
    ['platform', { enum: ['phone', 'tablet'] }],
    ['phone', { enum: ['android', 'ios'] }],
    ['address', { description: 'The IP address of the server' }],
    ['ip_address', {}],
    ['reason', { description: 'Why the e-mail address could not be confirmed.', enum: ['a'] }],
    ['outcome', { description: 'Whether the email address is confirmed' }],
    ['template_name', {}],
    ['client_platform', { description: 'Never the phone number.' }],
  ])('lets %s %j pass', (path, more) => {
    expect(detectNeverCollected(field(path, more))).toBeNull();
  });
});

describe('deriveRiskTier', () => {
  const decided = (
    path: string,
    category: DecidedField['category'],
    action: DecidedField['action'] = 'purge',
  ) => ({
    path,
    name: path.slice(path.lastIndexOf('.') + 1),
    category,
    action,
  });
  const agent = decided('user_agent', 'user-agent');
  const performer = decided('performer.id', 'user-identifier');
  const page = decided('page_id', 'none');
  const install = decided('app_install_id', 'device-identifier');
  const action = decided('action', 'none', 'keep');

  test.each<[string, DecidedField[], number, string[]]>([
    ['nothing', [], 3, []],
    ['harmless fields', [action, page], 3, []],
    ['a user agent alone', [agent], 3, []],
    ['a user agent and a performer', [agent, performer], 2, ['risk-agent-with-person']],
    ['a user agent and an install', [agent, install], 2, ['risk-agent-with-person']],
    ['a page and a performer', [page, performer], 2, ['risk-page-with-performer']],
    ['a page and an install', [page, install], 3, []],
    [
      'a page and an install of someone logged in',
      [page, install, decided('is_logged_in', 'none')],
      2,
      ['risk-page-with-install'],
    ],
    [
      'a user agent, a performer and a page',
      [agent, performer, page],
      1,
      ['risk-agent-performer-page', 'risk-agent-with-person', 'risk-page-with-performer'],
    ],
    ['a kept category', [decided('city', 'fine-geography', 'keep')], 2, ['risk-kept-personal-data']],
    ['a hashed category', [decided('session_id', 'session-identifier', 'hash')], 3, []],
  ])('%s', (_, decisions, tier, rules) => {
    const risk = deriveRiskTier(decisions);
    expect([risk.tier, risk.causes.map((cause) => cause.rule)]).toEqual([tier, rules]);
  });

  test('names the fields that cause it', () => {
    expect(deriveRiskTier([action, agent, performer]).causes).toEqual([
      { rule: 'risk-agent-with-person', tier: 2, fields: ['user_agent', 'performer.id'] },
    ]);
  });

  test('is not lowered by calling a user agent none', () => {
    expect(deriveRiskTier([decided('user_agent', 'none'), performer]).tier).toBe(2);
  });
});
