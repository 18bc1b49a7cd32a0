import { pathOfPointer } from '@/lib/domain/draft/moved-fields';
import type { Metric } from '@/lib/domain/question/question';
import type { Field } from '@/lib/domain/schema/types';

/** One field against all metrics. */
export interface MatrixRow {
  pointer: string;
  path: string;
  /** By metric, in their order. A metric that names what holds the field names the field. */
  serves: boolean[];
  isControl: boolean;
  /** The proposal adds or changes it, and nothing says what for. */
  servesNothing: boolean;
  /** A metric names it, and the draft does not have it. */
  isGone: boolean;
}

interface MatrixInput {
  fields: readonly Field[];
  changedFieldPointers: readonly string[];
  metrics: readonly Metric[];
  controlPointers: readonly string[];
}

/** The fields that the proposal adds or changes and those that a metric names, against the metrics. */
export function buildMatrix({
  fields,
  changedFieldPointers,
  metrics,
  controlPointers,
}: MatrixInput): MatrixRow[] {
  const changed = new Set(changedFieldPointers);
  const named = new Set([...metrics.flatMap((metric) => metric.fieldPointers), ...controlPointers]);
  const known = new Set(fields.map((field) => field.pointer));
  const gone = [...named].filter((pointer) => !known.has(pointer));
  const toRow = (pointer: string, path: string): MatrixRow => {
    const serves = metrics.map((metric) => isNamed(pointer, metric.fieldPointers));
    const isControl = isNamed(pointer, controlPointers);
    const isGone = !known.has(pointer);
    const isOwn = changed.has(pointer) && !isEnvelope(path);
    return {
      pointer,
      path,
      serves,
      isControl,
      isGone,
      servesNothing: isOwn && !isControl && !serves.includes(true),
    };
  };
  const shown = fields.filter(
    ({ pointer, path }) => named.has(pointer) || (changed.has(pointer) && !isEnvelope(path)),
  );
  return [
    ...shown.map((field) => toRow(field.pointer, field.path)),
    ...gone.map((pointer) => toRow(pointer, pathOfPointer(pointer))),
  ];
}

function isNamed(pointer: string, names: readonly string[]): boolean {
  return names.some((name) => pointer === name || pointer.startsWith(`${name}/`));
}

/** What every event has, and no metric is about. */
function isEnvelope(path: string): boolean {
  return path === '$schema' || path === 'dt' || path === 'meta' || path.startsWith('meta.');
}
