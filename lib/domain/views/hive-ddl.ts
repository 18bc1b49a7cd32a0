import { evolveTable, type HiveConsequence } from '../compatibility/hive';
import type { JsonObject } from '../schema/json';
import { type HiveField, type HiveType, hiveColumns, hivePartitions, type SkippedField } from './hive-type';

const remarks: Record<SkippedField['reason'], (name: string) => string> = {
  name: (name) => `-- Another field already has the column \`${name}\`.\n`,
  partition: (name) => `-- A partition of the table already has the column \`${name}\`.\n`,
  type: (name) => `-- Hive has no type for the field \`${name}\`.\n`,
};

/** Longer comments do not fit into every metastore. In characters. */
const maxComment = 255;

/**
 * The `CREATE TABLE` of a materialized schema's events, for Hive and Spark SQL. Fields without a column are named in
 * comments above it. `tableName` may name a database, as in `event.button_click`.
 */
export function toHiveDdl(schema: JsonObject, tableName: string): string {
  const { fields, skipped } = hiveColumns(schema);
  const skips = skipped.map(({ name, reason }) => remarks[reason](name)).join('');
  const columns = fields.map((field) => `  ${printColumn(field)}`).join(',\n');
  const partitioned = hivePartitions.map(({ name, type }) => `  \`${name}\` ${type}`).join(',\n');
  const table = quoteTable(tableName);
  return `${skips}CREATE EXTERNAL TABLE IF NOT EXISTS ${table} (\n${columns}\n)\nPARTITIONED BY (\n${partitioned}\n)\nSTORED AS PARQUET;\n`;
}

/**
 * The `ALTER TABLE` statements that let events of the newer version into the older one's table; empty where the table
 * stays as it is. Nothing is dropped. A column that would break is named in a comment and left as it is.
 */
export function toHiveAlter(older: JsonObject, newer: JsonObject, tableName: string): string {
  const { columns, consequences } = evolveTable(older, newer);
  const table = quoteTable(tableName);
  const byEffect = (effect: string) =>
    new Set(consequences.filter((item) => item.effect === effect).map((item) => item.column));
  const appearing = byEffect('appears');
  const widening = byEffect('widens');
  const added = columns.filter(({ name }) => appearing.has(name));
  const changed = columns.filter(({ name }) => widening.has(name));
  const statements = [
    ...consequences.filter(({ effect }) => effect === 'breaks').map(remarkOf),
    ...changed.map(
      (column) => `ALTER TABLE ${table} CHANGE COLUMN \`${column.name}\` ${printColumn(column)};\n`,
    ),
  ];
  if (added.length > 0) {
    const lines = added.map((column) => `  ${printColumn(column)}`).join(',\n');
    statements.push(`ALTER TABLE ${table} ADD COLUMNS (\n${lines}\n);\n`);
  }
  return statements.join('');
}

function remarkOf({ column, before, after }: HiveConsequence): string {
  return `-- The column ${column} cannot change from ${before} to ${after}.\n`;
}

function printColumn(field: HiveField): string {
  return `\`${field.name}\` ${printType(field.type)}${printComment(field.comment)}`;
}

function printType(type: HiveType): string {
  switch (type.kind) {
    case 'scalar':
      return type.name;
    case 'array':
      return `ARRAY<${printType(type.item)}>`;
    case 'map':
      return `MAP<STRING, ${printType(type.value)}>`;
    case 'struct': {
      const fields = type.fields.map(
        (field) => `\`${field.name}\`: ${printType(field.type)}${printComment(field.comment)}`,
      );
      return `STRUCT<${fields.join(', ')}>`;
    }
  }
}

function printComment(comment: string | null): string {
  if (comment === null || comment.trim() === '') return '';
  const text = [...comment.trim().replace(/\s+/g, ' ')];
  const short = text.length > maxComment ? `${text.slice(0, maxComment - 1).join('')}…` : text.join('');
  return ` COMMENT '${escapeText(short)}'`;
}

/**
 * Escapes a text for a quoted SQL literal. Beside quotes and backslashes that is `;` and `$`, at which Hive's own
 * command line cuts statements and fills in variables even inside quotes, and all that is not printable.
 */
function escapeText(text: string): string {
  return text.replace(/['"\\`;$\p{C}\u2028\u2029]/gu, (found) =>
    [...Array(found.length).keys()].map((index) => escapeUnit(found.charCodeAt(index))).join(''),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

function quoteTable(name: string): string {
  return name
    .split('.')
    .map((part) => `\`${part.replaceAll(/[\p{C};$]/gu, '').replaceAll('`', '``')}\``)
    .join('.');
}
