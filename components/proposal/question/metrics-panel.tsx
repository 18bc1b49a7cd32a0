'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { MetricView } from '@/lib/contracts/proposal-page';
import type { FieldChoice } from './field-choice';
import { MetricCard } from './metric-card';
import { MetricDialog, type MetricForm } from './metric-dialog';

export interface MetricActions {
  addMetric: (input: unknown) => Promise<ActionResult<MetricView>>;
  updateMetric: (input: unknown) => Promise<ActionResult<MetricView>>;
  removeMetric: (input: unknown) => Promise<ActionResult<void>>;
}

interface MetricsPanelProps {
  proposalId: string;
  metrics: MetricView[];
  choices: readonly FieldChoice[];
  actions: MetricActions;
  mayEdit: boolean;
}

/** The metrics of a proposal, and what may be done with them. */
export function MetricsPanel({ proposalId, metrics, choices, actions, mayEdit }: MetricsPanelProps) {
  const [editing, setEditing] = useState<MetricView | 'new' | null>(null);
  const metric = editing === 'new' ? null : editing;
  const save = (form: MetricForm, version: number) =>
    metric
      ? actions.updateMetric({ proposalId, metricId: metric.id, expectedVersion: version, ...form })
      : actions.addMetric({ proposalId, ...form });
  const remove = async ({ id, version }: MetricView) => {
    const result = await actions.removeMetric({ proposalId, metricId: id, expectedVersion: version });
    if (!result.ok) toast.error(result.error.message);
  };
  const add = (
    <Button size="sm" icon={<Plus />} onClick={() => setEditing('new')}>
      Add a metric
    </Button>
  );
  return (
    <Panel
      title="Metrics"
      aside={metrics.length || undefined}
      actions={mayEdit && metrics.length > 0 && add}
      flush
    >
      {metrics.length === 0 ? (
        <EmptyState compact title="No metric yet" action={mayEdit && add}>
          Fields are judged by the metrics they serve, so there has to be at least one.
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {metrics.map((one) => (
            <MetricCard
              key={one.id}
              metric={one}
              choices={choices}
              mayEdit={mayEdit}
              onEdit={() => setEditing(one)}
              onRemove={() => remove(one)}
            />
          ))}
        </ul>
      )}
      {editing && (
        <MetricDialog metric={metric} choices={choices} save={save} close={() => setEditing(null)} />
      )}
    </Panel>
  );
}
