import { z } from 'zod';
import type { Metric } from '@/lib/domain/question/question';

/** The entry under which fields that control or validate data stand among a revision's metrics. */
const controlId = 'control';

const stored = z.array(
  z.object({ id: z.string(), name: z.string(), definition: z.string(), fieldPointers: z.array(z.string()) }),
);

/**
 * The metrics as a revision holds them: fields that control or validate data are an entry of their own, so that the
 * hashes cover them too.
 */
export function toRevisionMetrics(metrics: readonly Metric[], controlPointers: readonly string[]): Metric[] {
  const plain = metrics.map(({ id, name, definition, fieldPointers }) => ({
    ...{ id, name, definition },
    fieldPointers: [...fieldPointers],
  }));
  if (controlPointers.length === 0) return plain;
  const control = { id: controlId, name: '', definition: 'Controls or validates data.' };
  return [...plain, { ...control, fieldPointers: [...controlPointers].sort() }];
}

/** Reads what {@link toRevisionMetrics} made. */
export function fromRevisionMetrics(json: unknown): { metrics: Metric[]; controlPointers: string[] } {
  const entries = stored.parse(json);
  return {
    metrics: entries.filter((entry) => entry.id !== controlId),
    controlPointers: entries.find((entry) => entry.id === controlId)?.fieldPointers ?? [],
  };
}
