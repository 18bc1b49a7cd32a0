import { getDb } from '@/lib/adapters/db/client';
import { validationPool } from '@/lib/adapters/validation/shared-pool';
import { isIntakeVerdict, type Verdict } from '@/lib/adapters/validation/verdict';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import { intakeFindings } from '@/lib/domain/draft/intake-findings';
import type { Finding } from '@/lib/domain/findings/finding';
import { skippedRules } from '@/lib/domain/lint/skipped-rules';
import type { JsonObject } from '@/lib/domain/schema/json';
import { readRepositoryConfig } from '@/lib/domain/schema/repository-config';
import { AppError } from '@/lib/platform/app-error';
import { logger } from '@/lib/platform/logger';
import { loadProposalSubject } from '../proposal/load-proposal-subject';
import { findFacts } from '../review/load-facts';
import { requirePermission } from '../session/require-permission';
import { assessForRevision } from './assess-for-revision';

/** What was judged, and what was found. */
export interface JudgedDraft {
  materializedText: string;
  findings: Finding[];
}

/**
 * Compiles the draft's materialized schema and checks its examples as EventGate would (conformance.md D), in a thread
 * with limits. Null where the draft is another one than the person saw. A schema that cannot be materialized is not
 * judged: other findings say why.
 * Throws `not-found`, `not-allowed`, `invalid-input` where the text cannot be read, and `unavailable` where no thread
 * is to be had.
 */
export async function judgeDraft(
  actor: Actor,
  { proposalId, expectedDraftVersion }: { proposalId: string; expectedDraftVersion: number },
): Promise<JudgedDraft | null> {
  const db = getDb();
  requirePermission(can(actor, 'revision.submit', await loadProposalSubject(db, proposalId)));
  const facts = await findFacts(db, { id: proposalId });
  if (facts?.draftVersion !== expectedDraftVersion) return null;
  const assessment = await assessForRevision(db, facts);
  const { materializedText, schema } = assessment;
  if (!schema) return { materializedText, findings: [] };
  const skipped = skippedOf(schema, facts.repository.configText);
  const verdict = await validationPool().validate({
    schema,
    events: Array.isArray(schema.examples) ? schema.examples : [],
    owner: actor.id,
    allowInsecure: skipped.has('schema-is-secure'),
  });
  return { materializedText, findings: findingsOf(verdict, assessment, skipped) };
}

function findingsOf(verdict: Verdict, assessment: DraftAssessment, skipped: ReadonlySet<string>): Finding[] {
  if (isIntakeVerdict(verdict)) return intakeFindings(verdict, assessment.findings, skipped);
  logger.warn({ code: verdict.code, detail: verdict.detail }, 'a schema could not be checked');
  throw new AppError(
    'unavailable',
    'The server is busy checking other schemas. Nothing is lost: submit again in a minute.',
  );
}

function skippedOf(schema: JsonObject, configText: string): Set<string> {
  const { config } = readRepositoryConfig(configText);
  return skippedRules(typeof schema.$id === 'string' ? schema.$id : '', config.skipSchemaTestCases);
}
