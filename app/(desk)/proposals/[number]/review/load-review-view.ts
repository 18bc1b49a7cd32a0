import { assembleReview, type OlderSide } from '@/components/review/assemble-review';
import { readRevisionChoice } from '@/components/review/revision-choice';
import type { ReviewView } from '@/components/review/review-view';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import type { RevisionView } from '@/lib/contracts/review';
import type { Actor } from '@/lib/domain/access/subjects';
import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';
import type { JsonObject } from '@/lib/domain/schema/json';
import { readSource } from '@/lib/domain/schema/read-source';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';
import { loadLookup } from '@/lib/services/draft/load-lookup';
import { isLiftable } from '@/lib/services/privacy/liftable-rules';
import { loadRevision } from '@/lib/services/revision/load-revision';
import { findSchemaPage } from '@/lib/services/schema/load-schema-page';

/** What the address asks for. */
export type ReviewSearch = Record<string, string | string[] | undefined>;

/** The revision that the address names, compared with what it names. Null while nothing was submitted. */
export async function loadReviewView(
  actor: Actor,
  page: ProposalPage,
  search: ReviewSearch,
): Promise<ReviewView | null> {
  const choice = readRevisionChoice(page.revisions, search);
  if (!choice) return null;
  const proposalId = page.id;
  const revision = await loadRevision(actor, { proposalId, number: choice.shown });
  const base = await loadBase(actor, page, revision);
  const lookup = await loadLookup(actor, { proposalId, text: revision.source });
  const context: AssessmentContext = {
    ...page.draft.context,
    base: base && { version: base.version, schema: base.schema },
    lookup: { ...page.draft.context.lookup, ...lookup.schemas },
    metrics: revision.metrics,
    controlPointers: revision.controlPointers,
    // The findings say by themselves which of them an exception lifts.
    exceptions: [],
  };
  const older =
    choice.compare === 'base'
      ? base && toBaseSide(base)
      : toRevisionSide(await loadRevision(actor, { proposalId, number: choice.compare }));
  const isNewest = choice.shown === page.revisions[0]?.number;
  return assembleReview({ revision, isNewest, context, older, isLiftable });
}

interface Base {
  version: string;
  schema: JsonObject;
  source: string | null;
}

/** The version that the revision builds on, which need not be the one that the draft builds on by now. */
async function loadBase(actor: Actor, page: ProposalPage, revision: RevisionView): Promise<Base | null> {
  const version = revision.baseVersion;
  if (version === null) return null;
  const { base } = page.draft.context;
  if (base?.version === version) return { ...base, source: page.draft.baseText };
  const repository = page.repository.name;
  const stored = await findSchemaPage(actor, { title: page.title, version, repository });
  const schema = stored?.materializedText ? readSource(stored.materializedText).source?.value : undefined;
  return schema ? { version, schema, source: stored?.sourceText ?? null } : null;
}

function toBaseSide({ version, schema, source }: Base): OlderSide {
  const comparedWith = { kind: 'base' as const, version, label: `version ${version}` };
  return { comparedWith, schema, source, materialized: serializeYaml(schema), revision: null };
}

function toRevisionSide(revision: RevisionView): OlderSide {
  const { number, source, materialized } = revision;
  return {
    comparedWith: { kind: 'revision', number, label: `revision ${number}` },
    schema: readSource(materialized).source?.value ?? null,
    source,
    materialized,
    revision,
  };
}
