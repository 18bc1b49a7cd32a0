import type { Tx } from '@/lib/adapters/db/client';
import type { DraftView } from '@/lib/contracts/draft';
import { contributorsOf } from '@/lib/domain/review/contributors';
import { newestSource } from '../proposal/find-target';
import { type ReviewCase, toMetrics } from '../review/load-review-case';
import { loadAssessmentContext, loadFragmentFields } from './load-assessment-context';
import { readDraft } from './load-draft';

/** The draft with all that a browser needs to assess it live. */
export async function loadDraftView(tx: Tx, { facts, snapshot }: ReviewCase): Promise<DraftView> {
  const { text, draftVersion, savedBy, savedAt } = await readDraft(tx, facts.id);
  const contributors = contributorsOf(snapshot);
  const context = await loadAssessmentContext(tx, {
    repository: facts.repository,
    title: facts.schemaTitle,
    baseVersion: facts.baseVersion,
    newestVersion: snapshot.newestVersion,
    texts: [text],
    metrics: toMetrics(facts),
    controlPointers: facts.controlPointers,
    exceptions: facts.exceptions
      .filter((exception) => exception.expiresAt > snapshot.now && !contributors.has(exception.personId))
      .map((exception) => exception.rule),
  });
  const knownFragmentFields = await loadFragmentFields(tx, facts.schemaTitle);
  const baseText = await findBaseText(tx, facts);
  return { text, draftVersion, savedBy, savedAt, context: { ...context, knownFragmentFields }, baseText };
}

/** The source of the version that the draft builds on: current.yaml where the base is what it was last made for. */
async function findBaseText(tx: Tx, facts: ReviewCase['facts']): Promise<string | null> {
  const { baseVersion, repositoryId, schemaTitle: title } = facts;
  if (baseVersion === null) return null;
  const version = await tx.schemaVersion.findFirst({
    where: { version: baseVersion, schema: { repositoryId, title } },
    include: { schema: true },
  });
  if (!version) return null;
  if (version.schema.latestVersion === baseVersion) return newestSource(tx, version.schema, baseVersion);
  return version.sourceText ?? version.text;
}
