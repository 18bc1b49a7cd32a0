import type { JsonObject } from '@/lib/domain/schema/json';
import type { SchemaLookup } from '@/lib/domain/schema/types';

/** A schema that no rule has anything to say about. */
export const goodSchema = `title: analytics/button/click
description: A reader asked for more.
$id: /analytics/button/click/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
allOf:
  - $ref: /fragment/common/1.0.0
required:
  - action
properties:
  action:
    type: string
    description: What the reader did.
    enum:
      - open
      - close
  wait_ms:
    type: integer
    description: Milliseconds from the request to the answer.
    minimum: 0
    maximum: 600000
  labels:
    type: array
    description: The labels that were shown.
    items:
      type: string
  sizes:
    type: object
    description: Sizes in bytes by the kind of content.
    additionalProperties:
      type: integer
      minimum: 0
      maximum: 1000000
examples:
  - $schema: /analytics/button/click/1.0.0
    meta:
      stream: analytics.button_click
    dt: '2026-03-01T12:00:00Z'
    action: open
    wait_ms: 120
    labels: [more]
    sizes: {text: 12}
`;

const text = { type: 'string', description: 'Text.' };

const fragments: Record<string, JsonObject> = {
  '/fragment/common/1.0.0': {
    title: 'fragment/common',
    $id: '/fragment/common/1.0.0',
    type: 'object',
    required: ['$schema', 'meta', 'dt'],
    properties: {
      $schema: text,
      dt: { ...text, format: 'date-time', maxLength: 128 },
      meta: { type: 'object', required: ['stream'], properties: { stream: text } },
    },
  },
  '/fragment/old/1.0.0': {
    title: 'fragment/old',
    $id: '/fragment/old/1.0.0',
    type: 'object',
    properties: { meta: { type: 'object', required: ['dt'], properties: { dt: { type: 'string' } } } },
  },
  '/fragment/open/1.0.0': {
    title: 'fragment/open',
    $id: '/fragment/open/1.0.0',
    type: 'object',
    additionalProperties: true,
  },
  '/fragment/contact/1.0.0': {
    title: 'fragment/contact',
    $id: '/fragment/contact/1.0.0',
    type: 'object',
    properties: { phone_number: { type: 'string' } },
  },
};

/** Finds the fragments that the tests of the rules refer to. */
export const fragmentLookup: SchemaLookup = (uri) =>
  Object.hasOwn(fragments, uri) ? fragments[uri] : undefined;
