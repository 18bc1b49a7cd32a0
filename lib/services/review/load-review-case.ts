import type { Tx } from '@/lib/adapters/db/client';
import { arrangeFindings } from '@/lib/domain/draft/arrange-findings';
import { type DraftAssessment, prepareAssessment } from '@/lib/domain/draft/assess-draft';
import type { Metric } from '@/lib/domain/question/question';
import type { ReviewSnapshot } from '@/lib/domain/review/snapshot';
import { sha256 } from '@/lib/platform/hash';
import { loadAssessmentContext } from '../draft/load-assessment-context';
import { fromStoredFindings } from '../revision/intake-findings';
import { fromRevisionMetrics } from '../revision/revision-metrics';
import { buildSnapshot } from './build-snapshot';
import type { CaseInput } from './case-input';
import { deriveRisk, type Risk } from '../privacy/derive-risk';
import type { ProposalFacts } from './load-facts';

/** A proposal with the assessment of what is up for review: its newest revision, or the draft while there is none. */
export interface ReviewCase {
  facts: ProposalFacts;
  assessment: DraftAssessment;
  risk: Risk;
  snapshot: ReviewSnapshot;
}

/** Assessments by what they depend on, none of which ever changes. */
const cache = new Map<string, DraftAssessment>();
const maxCached = 100;

/** Assesses what is up for review and reads the snapshot on which conditions are evaluated. */
export async function loadReviewCase(tx: Tx, input: CaseInput): Promise<ReviewCase> {
  const { facts } = input;
  const assessment = withIntakeFindings(await assess(tx, input), facts);
  const risk = deriveRisk(assessment.fields, facts.decisions, facts.raisedTier);
  return { facts, assessment, risk, snapshot: buildSnapshot(input, assessment, risk.tier) };
}

async function assess(tx: Tx, { facts, newestVersion }: CaseInput): Promise<DraftAssessment> {
  const newest = facts.revisions.at(-1);
  const key = newest ? `${newest.hash} ${sha256(facts.repository.configText)} ${facts.repositoryId}` : null;
  const known = key === null ? undefined : cache.get(key);
  if (known) return known;
  const { text, baseVersion, metrics, controlPointers } = await contentUnderReview(tx, facts);
  const context = await loadAssessmentContext(tx, {
    repository: facts.repository,
    title: facts.schemaTitle,
    texts: [text],
    // The conditions lift errors themselves, and tell which.
    exceptions: [],
    ...{ baseVersion, newestVersion, metrics, controlPointers },
  });
  const assessment = prepareAssessment(context)(text);
  const isComplete = assessment.missingRefs.length === 0 && (context.base !== null || context.isNewSchema);
  if (key !== null && isComplete) remember(key, assessment);
  return assessment;
}

/** What the check as an intake found when the newest revision was submitted belongs to what can be said of it. */
function withIntakeFindings(assessment: DraftAssessment, { revisions }: ProposalFacts): DraftAssessment {
  const found = fromStoredFindings(revisions.at(-1)?.intakeFindings ?? []);
  if (found.length === 0) return assessment;
  const findings = arrangeFindings([...assessment.findings, ...found], assessment.source, []);
  return { ...assessment, findings };
}

async function contentUnderReview(tx: Tx, facts: ProposalFacts) {
  const newest = facts.revisions.at(-1);
  if (!newest) {
    const { draft: text, baseVersion, controlPointers } = facts;
    return { text, baseVersion, controlPointers, metrics: toMetrics(facts) };
  }
  const revision = await tx.revision.findUniqueOrThrow({ where: { id: newest.id } });
  const { source: text, baseVersion } = revision;
  return { text, baseVersion, ...fromRevisionMetrics(revision.metrics) };
}

/** The metrics of the proposal as they stand now. */
export function toMetrics(facts: Pick<ProposalFacts, 'metrics'>): Metric[] {
  return facts.metrics.map(({ id, name, definition, fieldPointers }) => ({
    id,
    name,
    definition,
    fieldPointers,
  }));
}

function remember(key: string, assessment: DraftAssessment): void {
  const [oldest] = cache.keys();
  if (cache.size >= maxCached && oldest !== undefined) cache.delete(oldest);
  cache.set(key, assessment);
}
