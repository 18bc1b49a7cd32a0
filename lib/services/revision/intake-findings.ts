import { z } from 'zod';
import type { Finding } from '@/lib/domain/findings/finding';
import type { Json, JsonObject } from '@/lib/domain/schema/json';

const stored = z.array(
  z.object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    path: z.string(),
    subject: z.enum(['source', 'materialized', 'question']),
    params: z.record(z.string(), z.json()),
  }),
);

/** Findings as a revision holds them: without places in the text, which it can tell again. */
export function toStoredFindings(findings: readonly Finding[]): JsonObject[] {
  return findings.map(({ rule, severity, path, subject = 'source', params }) => ({
    ...{ rule, severity, path, subject },
    params,
  }));
}

/** Reads what {@link toStoredFindings} made. */
export function fromStoredFindings(json: unknown): Finding[] {
  return stored
    .parse(json)
    .map((finding) => ({ ...finding, params: finding.params as Record<string, Json> }));
}
