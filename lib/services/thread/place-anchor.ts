import type { Tx } from '@/lib/adapters/db/client';
import type { AnchorView } from '@/lib/contracts/thread';
import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import { listMovedFields, pathOfPointer } from '@/lib/domain/draft/moved-fields';
import { type AnchorTarget, carryAnchor } from '@/lib/domain/review/thread-anchor';
import { readSource } from '@/lib/domain/schema/read-source';
import type { ProposalFacts } from '../review/load-facts';

type Thread = ProposalFacts['threads'][number];
type Reader = (thread: Thread) => AnchorView;

/** A revision's texts, as far as anchors need them. */
interface Texts {
  source: string;
  materialized: string;
}

/**
 * Gives a function that says where a thread stands now: in the newest revision, or in the draft while there is none.
 * Threads go with lines that move and with fields that are renamed; what they were about may also be gone.
 */
export async function createAnchorReader(
  tx: Tx,
  facts: ProposalFacts,
  assessment: DraftAssessment,
): Promise<Reader> {
  const newest = facts.revisions.at(-1)?.number ?? null;
  const numbers = facts.threads.flatMap((thread) => thread.revisionNumber ?? []);
  const rows = await tx.revision.findMany({
    where: { proposalId: facts.id, number: { in: [...new Set(numbers)] } },
    select: { number: true, source: true, materialized: true },
  });
  const texts = new Map<number, Texts>(rows.map((row) => [row.number, row]));
  const paths = new Map(assessment.fields.map((field) => [field.pointer, field.path]));
  const moves = new Map<number, ReadonlyMap<string, string>>();
  const movesSince = (number: number | null): ReadonlyMap<string, string> => {
    if (number === null) return new Map();
    const known = moves.get(number) ?? findMoves(texts.get(number), assessment);
    moves.set(number, known);
    return known;
  };
  const target = (thread: Thread): AnchorTarget => ({
    revisionNumber: newest ?? 1,
    source: assessment.source?.text ?? facts.draft,
    fieldPointers: new Set(paths.keys()),
    movedFields: thread.anchor === 'field' ? movesSince(thread.revisionNumber) : new Map(),
    metricIds: new Set(facts.metrics.map((metric) => metric.id)),
  });
  return (thread) => placeAnchor({ thread, target: target(thread), texts, paths, facts });
}

function findMoves(texts: Texts | undefined, assessment: DraftAssessment): ReadonlyMap<string, string> {
  const older = texts ? readSource(texts.materialized).source?.value : null;
  return older && assessment.schema ? listMovedFields(older, assessment.schema) : new Map();
}

interface Placing {
  thread: Thread;
  target: AnchorTarget;
  texts: ReadonlyMap<number, Texts>;
  paths: ReadonlyMap<string, string>;
  facts: ProposalFacts;
}

function placeAnchor(placing: Placing): AnchorView {
  const { thread, facts, target } = placing;
  if (thread.anchor === 'field') return placeField(placing, thread.pointer ?? '');
  if (thread.anchor === 'lines') return placeLines(placing);
  if (thread.anchor === 'proposal') return { kind: 'proposal' };
  const metricId = thread.metricId ?? '';
  const metric = facts.metrics.find((item) => item.id === metricId);
  return { kind: 'metric', metricId, name: metric?.name ?? '', gone: !target.metricIds.has(metricId) };
}

function placeField({ target, paths }: Placing, pointer: string): AnchorView {
  const carried = carryAnchor({ kind: 'field', pointer }, () => null, target);
  const path = pathOfPointer(pointer);
  if (carried === 'outdated' || carried.kind !== 'field') {
    return { kind: 'field', pointer, path, gone: true, movedFrom: null };
  }
  return {
    kind: 'field',
    pointer: carried.pointer,
    path: paths.get(carried.pointer) ?? pathOfPointer(carried.pointer),
    gone: false,
    movedFrom: carried.pointer === pointer ? null : path,
  };
}

function placeLines({ thread, target, texts }: Placing): AnchorView {
  const { revisionNumber, startLine, endLine } = thread;
  const anchor = { revisionNumber: revisionNumber ?? 0, startLine: startLine ?? 0, endLine: endLine ?? 0 };
  const sourceOf = (number: number) => texts.get(number)?.source ?? null;
  const carried = carryAnchor({ kind: 'lines', ...anchor }, sourceOf, target);
  const lines = (sourceOf(anchor.revisionNumber) ?? '').split(/\r\n|\n|\r/);
  return {
    kind: 'lines',
    ...anchor,
    quotedText: lines.slice(anchor.startLine - 1, anchor.endLine).join('\n'),
    current:
      carried === 'outdated' || carried.kind !== 'lines'
        ? null
        : { startLine: carried.startLine, endLine: carried.endLine },
  };
}
