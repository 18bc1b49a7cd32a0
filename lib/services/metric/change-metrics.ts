import type { z } from 'zod';
import type { Tx } from '@/lib/adapters/db/client';
import type { Metric as MetricRow } from '@/lib/adapters/db/generated/client';
import type {
  addMetricInput,
  removeMetricInput,
  setControlFieldsInput,
  updateMetricInput,
} from '@/lib/contracts/proposal-inputs';
import type { MetricView } from '@/lib/contracts/proposal-page';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { addContributor, changeProposal } from '../proposal/change-proposal';

const maxMetrics = 100;

const permission = (actor: Actor, subject: ProposalSubject) => can(actor, 'metrics.edit', subject);

/**
 * Adds a metric after the others. Metrics are part of every revision, so that who changes one is a contributor.
 * Throws `not-found`, `not-allowed`, `invalid-input` where another metric has that name, `conflict` where there are
 * too many.
 */
export async function addMetric(
  actor: Actor,
  input: z.output<typeof addMetricInput>,
  clock: Clock = systemClock,
): Promise<MetricView> {
  const { proposalId, name, definition, fieldPointers } = input;
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, at, actor: person }) => {
    const metrics = await tx.metric.findMany({ where: { proposalId } });
    if (metrics.length >= maxMetrics)
      throw new AppError('conflict', `A proposal has at most ${maxMetrics} metrics.`);
    requireFreeName(metrics, name, null);
    const position = Math.max(-1, ...metrics.map((metric) => metric.position)) + 1;
    const data = { proposalId, position, name, definition, fieldPointers: unique(fieldPointers) };
    const row = await tx.metric.create({ data });
    await addContributor(tx, { proposalId, personId: person.id, firstAt: at });
    return {
      result: toMetricView(row),
      audit: { action: 'metric.added', subjectType: 'metric', subjectId: row.id, data: { name } },
    };
  });
}

/** Throws as {@link addMetric} does, and `lost-update` with the metric that stands as details. */
export async function updateMetric(
  actor: Actor,
  input: z.output<typeof updateMetricInput>,
  clock: Clock = systemClock,
): Promise<MetricView> {
  const { proposalId, metricId, name, definition, fieldPointers } = input;
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, at, actor: person }) => {
    const before = await requireMetric(tx, input);
    requireFreeName(await tx.metric.findMany({ where: { proposalId } }), name, metricId);
    const data = { name, definition, fieldPointers: unique(fieldPointers), version: { increment: 1 } };
    const row = await tx.metric.update({ where: { id: metricId }, data });
    await addContributor(tx, { proposalId, personId: person.id, firstAt: at });
    const change = { before: before.name, name };
    return {
      result: toMetricView(row),
      audit: { action: 'metric.updated', subjectType: 'metric', subjectId: metricId, data: change },
    };
  });
}

/** Throws `not-found`, `not-allowed`, and `lost-update` with the metric that stands as details. */
export async function removeMetric(
  actor: Actor,
  input: z.output<typeof removeMetricInput>,
  clock: Clock = systemClock,
): Promise<void> {
  const { proposalId, metricId } = input;
  await changeProposal({ actor, proposalId, clock, permission }, async ({ tx, at, actor: person }) => {
    const { name } = await requireMetric(tx, input);
    await tx.metric.delete({ where: { id: metricId } });
    await addContributor(tx, { proposalId, personId: person.id, firstAt: at });
    return {
      result: undefined,
      audit: { action: 'metric.removed', subjectType: 'metric', subjectId: metricId, data: { name } },
    };
  });
}

/** Says which fields control or validate data, and so serve no metric. Throws `not-found`, `not-allowed`. */
export async function setControlFields(
  actor: Actor,
  input: z.output<typeof setControlFieldsInput>,
  clock: Clock = systemClock,
): Promise<void> {
  const { proposalId } = input;
  const controlPointers = unique(input.fieldPointers).sort();
  await changeProposal({ actor, proposalId, clock, permission }, async ({ tx, row, at, actor: person }) => {
    if (row.controlPointers.join('\n') === controlPointers.join('\n'))
      return { result: undefined, audit: null };
    await tx.proposal.update({ where: { id: proposalId }, data: { controlPointers } });
    await addContributor(tx, { proposalId, personId: person.id, firstAt: at });
    return {
      result: undefined,
      audit: { action: 'control-fields.set', data: { pointers: controlPointers } },
    };
  });
}

/** A metric as screens show it. */
export function toMetricView({ id, name, definition, fieldPointers, version }: MetricRow): MetricView {
  return { id, name, definition, fieldPointers, version };
}

async function requireMetric(
  tx: Tx,
  { proposalId, metricId, expectedVersion }: z.output<typeof removeMetricInput>,
): Promise<MetricRow> {
  const row = await tx.metric.findUnique({ where: { id: metricId } });
  if (!row || row.proposalId !== proposalId)
    throw new AppError('not-found', 'There is no such metric on this proposal.');
  if (row.version === expectedVersion) return row;
  throw new AppError('lost-update', 'Somebody changed this metric meanwhile. Compare, then save again.', {
    details: { metric: toMetricView(row) },
  });
}

function requireFreeName(metrics: readonly MetricRow[], name: string, except: string | null): void {
  if (!metrics.some((metric) => metric.name === name && metric.id !== except)) return;
  const message = 'Another metric of this proposal has this name.';
  throw new AppError('invalid-input', message, { fields: { name: message } });
}

function unique(pointers: readonly string[]): string[] {
  return [...new Set(pointers)];
}
