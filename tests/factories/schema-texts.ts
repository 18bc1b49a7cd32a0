/** A common fragment as a repository of real schemas has it. */
export const commonFragment = `title: fragment/common
description: The parts that every event has.
$id: /fragment/common/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
required:
  - $schema
  - dt
  - meta
properties:
  $schema:
    type: string
    description: The schema that the event conforms to.
    maxLength: 512
  dt:
    type: string
    format: date-time
    description: When it happened, in UTC.
    maxLength: 128
  meta:
    type: object
    description: What the intake needs to route the event.
    required:
      - stream
    properties:
      stream:
        type: string
        description: Name of the stream that the event belongs to.
        minLength: 1
        maxLength: 256
examples:
  - $schema: /fragment/common/1.0.0
    dt: '2026-01-01T12:00:00Z'
    meta:
      stream: test.stream
`;

/** The source of a small event schema at a version, with more fields as YAML lines indented by two. */
export function clickSource(version: string, moreFields = '', moreExample = ''): string {
  return `title: analytics/test/click
# A comment that has to survive.
description: A person followed an invitation to edit.
$id: /analytics/test/click/${version}
$schema: https://json-schema.org/draft-07/schema#
type: object
allOf:
  - $ref: /fragment/common/1.0.0
properties:
  action:
    type: string
    description: What the person set out to do.
    enum:
      - open
      - close
${moreFields}examples:
  - $schema: /analytics/test/click/${version}
    dt: '2026-01-01T12:00:00Z'
    meta:
      stream: analytics.test_click
    action: open
${moreExample}`;
}

/** An optional field that tells nothing about a person. */
export const surfaceField = `  surface:
    type: string
    description: The part of the page on which the person saw the invitation.
    minLength: 1
    maxLength: 64
`;

export const surfacePointer = '/properties/surface';
