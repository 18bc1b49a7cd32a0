'use client';

import { useMemo } from 'react';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { prepareAssessment } from '@/lib/domain/draft/assess-draft';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import type { Finding } from '@/lib/domain/findings/finding';
import { questionFindings } from '@/lib/domain/question/question-findings';
import { ControlFieldsPanel } from './control-fields-panel';
import { listFieldChoices } from './field-choice';
import { type MetricActions, MetricsPanel } from './metrics-panel';
import { QuestionForm } from './question-form';
import { type SaveQuestion, useAnswers } from './use-answers';

interface QuestionPageProps {
  page: ProposalPage;
  actions: MetricActions & {
    saveQuestion: SaveQuestion;
    setControlFields: (input: unknown) => Promise<ActionResult<void>>;
  };
}

const parsimony = new Set(['field-serves-no-metric', 'metric-without-field']);

/** What the data must answer, the metrics that answer it, and which field serves which of them. */
export function QuestionPage({ page, actions }: QuestionPageProps) {
  const { id, metrics, controlPointers, permissions } = page;
  const form = useAnswers(page, actions.saveQuestion);
  const assessment = useMemo(
    () => prepareAssessment({ ...page.draft.context, metrics, controlPointers })(page.draft.text),
    [page.draft.context, page.draft.text, metrics, controlPointers],
  );
  const choices = useMemo(() => listFieldChoices(assessment), [assessment]);
  const findings = useMemo(
    () => [
      ...questionFindings(page.question.answers, metrics).filter((one) => one.path.startsWith('/metrics')),
      ...assessment.findings.filter((one) => parsimony.has(one.rule)),
    ],
    [assessment.findings, page.question.answers, metrics],
  );
  const { editQuestion, editMetrics } = permissions;
  return (
    <>
      {editQuestion.because && (
        <Callout tone="info" className="mb-4">
          {editQuestion.because}
        </Callout>
      )}
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <QuestionForm
          form={form}
          metrics={metrics}
          refusal={editQuestion.allowed ? null : (editQuestion.because ?? '')}
        />
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
          <MetricsPanel
            proposalId={id}
            metrics={metrics}
            choices={choices}
            actions={actions}
            mayEdit={editMetrics.allowed}
          />
          <ParsimonyPanel findings={findings} />
          <ControlFieldsPanel
            proposalId={id}
            pointers={controlPointers}
            choices={choices}
            setControlFields={actions.setControlFields}
            mayEdit={editMetrics.allowed}
          />
        </div>
      </div>
    </>
  );
}

/** Fields without a metric, metrics without a field. Draws nothing where each has its other half. */
function ParsimonyPanel({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Panel title="Does every field serve a metric?" aside={findings.length}>
      <ul className="flex list-disc flex-col gap-1 ps-4 marker:text-faint">
        {findings.map((finding, index) => (
          <li key={`${finding.rule} ${finding.path} ${index}`} className="break-words">
            {describeFinding(finding)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
