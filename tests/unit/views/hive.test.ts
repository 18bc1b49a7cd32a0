import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeHiveConsequence, hiveConsequences } from '@/lib/domain/compatibility/hive';
import type { JsonObject } from '@/lib/domain/schema/json';
import { toHiveAlter, toHiveDdl } from '@/lib/domain/views/hive-ddl';
import { hiveName, tableNameOf } from '@/lib/domain/views/table-name';
import { clickSchema, hostileSchema, hostileText } from './view-schemas';

function object(properties: JsonObject): JsonObject {
  return { type: 'object', properties };
}

const text = { type: 'string' };
const whole = { type: 'integer' };

/** Splits SQL as Hive does: names, literals, line comments, the rest. Throws on anything that does not close. */
function tokens(sql: string): string[] {
  const pattern = /--[^\n]*\n|`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*'|[A-Z]+|[(),:;<>.]|\s+/gsy;
  const found: string[] = [];
  while (pattern.lastIndex < sql.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(sql);
    if (match === null) throw new Error(`no token at ${sql.slice(at, at + 40)}`);
    if (match[0].trim() !== '') found.push(match[0]);
  }
  return found;
}

describe('the table of a stream', () => {
  test.each([
    ['mediawiki.foo-bar', 'mediawiki_foo_bar'],
    ['Analytics.ButtonClick', 'analytics_buttonclick'],
    ['1st.stream', '_st_stream'],
    ['eventlogging_EditAttemptStep', 'EditAttemptStep'],
    ['eventlogging_', 'eventlogging_'],
    ['a💥`b', 'a__b'],
    ['', '_'],
  ])('%s is %s', (stream, table) => {
    expect(tableNameOf(stream)).toBe(table);
  });

  test('every name is made of the few characters that Hive takes', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        expect(hiveName(name)).toMatch(/^[a-z_][a-z0-9_]*$/);
      }),
    );
  });
});

describe('the table definition', () => {
  test('gives each field its column', () => {
    expect(
      toHiveDdl(clickSchema, 'event.analytics_click'),
    ).toBe(`CREATE EXTERNAL TABLE IF NOT EXISTS \`event\`.\`analytics_click\` (
  \`_schema\` STRING COMMENT 'Which schema the event follows.',
  \`meta\` STRUCT<\`stream\`: STRING, \`dt\`: STRING>,
  \`dt\` STRING COMMENT 'When it happened, by the clock of the device.',
  \`action\` STRING COMMENT 'What the person did\\u003b it\\u0027s one of a few.',
  \`count\` BIGINT,
  \`share\` DOUBLE,
  \`is_test\` BOOLEAN,
  \`tags\` ARRAY<STRING>,
  \`headers\` MAP<STRING, STRING>,
  \`performer\` STRUCT<\`edit_count\`: BIGINT COMMENT 'How many', \`id\`: BIGINT>
)
PARTITIONED BY (
  \`datacenter\` STRING,
  \`year\` BIGINT,
  \`month\` BIGINT,
  \`day\` BIGINT,
  \`hour\` BIGINT
)
STORED AS PARQUET;
`);
  });

  test('says which fields get no column', () => {
    const schema = object({
      a: { type: ['string', 'integer'] },
      'b-c': text,
      b_c: whole,
      d: { type: 'array' },
      Hour: whole,
      e: object({ hour: whole }),
    });
    expect(toHiveDdl(schema, 't').split('\n').slice(0, 8)).toEqual([
      '-- Hive has no type for the field `a`.',
      '-- Another field already has the column `b_c`.',
      '-- Hive has no type for the field `d`.',
      '-- A partition of the table already has the column `hour`.',
      'CREATE EXTERNAL TABLE IF NOT EXISTS `t` (',
      '  `b_c` STRING,',
      '  `e` STRUCT<`hour`: BIGINT>',
      ')',
    ]);
  });

  test('is one statement, whatever the names and descriptions hold', () => {
    fc.assert(
      fc.property(hostileSchema, hostileText, (schema, table) => {
        for (const sql of [toHiveDdl(schema, table), toHiveAlter(object({}), schema, table)]) {
          const list = tokens(sql).filter((token) => !token.startsWith('--'));
          expect(list.filter((token) => token === ';').length).toBe(list.length === 0 ? 0 : 1);
          expect(list.length === 0 || list.at(-1) === ';').toBe(true);
          for (const token of list.filter((item) => /^['`]/.test(item)))
            expect(token).not.toMatch(/[;$\p{C}]/u);
          expect(list.filter((item) => item === '<').length).toBe(list.filter((item) => item === '>').length);
        }
      }),
    );
  });
});

describe('the table between two versions', () => {
  function sentences(older: JsonObject, newer: JsonObject): string[] {
    return hiveConsequences(older, newer).map(describeHiveConsequence);
  }

  test('stays as it is when no column changes', () => {
    expect(hiveConsequences(clickSchema, clickSchema)).toEqual([]);
    expect(toHiveAlter(clickSchema, clickSchema, 't')).toBe('');
    const described = object({ a: { ...text, description: 'x', maxLength: 3 } });
    expect(toHiveAlter(object({ a: text }), described, 't')).toBe('');
  });

  test('gets the columns that appear', () => {
    const newer = object({ a: text, b: whole, c: { type: 'array', items: text } });
    expect(toHiveAlter(object({ a: text }), newer, 't')).toBe(
      'ALTER TABLE `t` ADD COLUMNS (\n  `b` BIGINT,\n  `c` ARRAY<STRING>\n);\n',
    );
    expect(sentences(object({ a: text }), newer)).toEqual([
      'Column b appears as BIGINT; it is null in events stored before.',
      'Column c appears as ARRAY<STRING>; it is null in events stored before.',
    ]);
  });

  test('widens a struct and keeps the fields that are gone', () => {
    const older = object({ p: object({ id: whole, old: text }) });
    const newer = object({ p: object({ id: whole, name: text }) });
    expect(toHiveAlter(older, newer, 't')).toBe(
      'ALTER TABLE `t` CHANGE COLUMN `p` `p` STRUCT<`id`: BIGINT, `old`: STRING, `name`: STRING>;\n',
    );
    expect(
      hiveConsequences(older, newer).map(({ effect, column, pointer }) => [effect, column, pointer]),
    ).toEqual([
      ['widens', 'p', '/properties/p'],
      ['stays-empty', 'p.old', '/properties/p/properties/old'],
      ['appears', 'p.name', '/properties/p/properties/name'],
    ]);
  });

  test('breaks where a type changes, and never drops or changes that column', () => {
    const older = object({
      a: text,
      n: { type: 'number' },
      i: whole,
      l: { type: 'array', items: object({ x: whole }) },
    });
    const newer = object({
      a: whole,
      n: whole,
      i: { type: 'number' },
      l: { type: 'array', items: object({ x: text }) },
    });
    expect(sentences(older, newer)).toEqual([
      'Column a would break: what is stored as STRING cannot be read as BIGINT.',
      'Column n stays DOUBLE, which the new values fit into.',
      'Column i would break: what is stored as BIGINT cannot be read as DOUBLE.',
      'Column l[].x would break: what is stored as BIGINT cannot be read as STRING.',
    ]);
    expect(toHiveAlter(older, newer, 't').split('\n')[0]).toBe(
      '-- The column a cannot change from STRING to BIGINT.',
    );
    expect(toHiveAlter(older, newer, 't')).not.toContain('ALTER');
  });
});
