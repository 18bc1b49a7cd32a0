import type { Tx } from '@/lib/adapters/db/client';
import { type DraftAssessment, prepareAssessment } from '@/lib/domain/draft/assess-draft';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import { AppError } from '@/lib/platform/app-error';
import { loadAssessmentContext } from '../draft/load-assessment-context';
import { findNewestVersion } from '../proposal/find-newest-version';
import type { ProposalFacts } from '../review/load-facts';
import { toMetrics } from '../review/load-review-case';

/** Assesses the draft as it stands. Throws `invalid-input` where its text cannot be read. */
export async function assessForRevision(tx: Tx, facts: ProposalFacts): Promise<DraftAssessment> {
  const context = await loadAssessmentContext(tx, {
    repository: facts.repository,
    title: facts.schemaTitle,
    baseVersion: facts.baseVersion,
    newestVersion: await findNewestVersion(tx, {
      repositoryId: facts.repositoryId,
      title: facts.schemaTitle,
    }),
    texts: [facts.draft],
    metrics: toMetrics(facts),
    controlPointers: facts.controlPointers,
    exceptions: [],
  });
  const assessment = prepareAssessment(context)(facts.draft);
  if (assessment.source) return assessment;
  const [first] = assessment.findings;
  throw new AppError(
    'invalid-input',
    `The draft cannot be read. ${first ? describeFinding(first) : ''}`.trim(),
    {
      details: { findings: assessment.findings },
    },
  );
}
