import { getDb } from '@/lib/adapters/db/client';
import type { ReviewRole } from '@/lib/domain/access/roles';
import type { Actor } from '@/lib/domain/access/subjects';
import { emptyQuestion, type Metric, type Question } from '@/lib/domain/question/question';
import type { Verdict } from '@/lib/domain/review/snapshot';
import type { Clock } from '@/lib/platform/clock';
import { approveProposal } from '../../approval/approve-proposal';
import { saveDraft } from '../../draft/save-draft';
import { addMetric } from '../../metric/change-metrics';
import { decideFields } from '../../privacy/decide-fields';
import { giveSignOff } from '../../privacy/give-sign-off';
import { loadPrivacyReview } from '../../privacy/load-privacy-review';
import { createProposal } from '../../proposal/create-proposal';
import { saveQuestion } from '../../question/save-question';
import { giveReview } from '../../review/give-review';
import { submitRevision } from '../../revision/submit-revision';

/** What a proposal of the demonstration starts from. */
export interface Opening {
  title: string;
  summary: string;
  repositoryId?: string;
  /** Makes the draft from what a new proposal starts with. */
  write: (text: string) => string;
  question: Partial<Question>;
  metrics: Omit<Metric, 'id'>[];
}

/** One proposal of the demonstration, and what people do about it: every act goes through its service. */
export class Stage {
  readonly proposalId: string;
  readonly #number: number;
  readonly #clock: Clock;

  private constructor(proposal: { id: string; number: number }, clock: Clock) {
    this.proposalId = proposal.id;
    this.#number = proposal.number;
    this.#clock = clock;
  }

  /** Opens a proposal with its draft, question and metrics. Null where it stands already, from an earlier start. */
  static async open(author: Actor, opening: Opening, clock: Clock): Promise<Stage | null> {
    const { title, summary, repositoryId, write, question, metrics } = opening;
    const standing = await getDb().proposal.findFirst({ where: { schemaTitle: title, summary } });
    if (standing) return null;
    const proposal = await createProposal(author, { title, summary, repositoryId, confirmed: true }, clock);
    const { id } = proposal;
    const stage = new Stage(proposal, clock);
    const row = await getDb().proposal.findUniqueOrThrow({ where: { id } });
    const text = write(row.draft);
    await saveDraft(author, { proposalId: id, text, expectedDraftVersion: row.draftVersion }, clock);
    const answers = { ...emptyQuestion, ...question };
    await saveQuestion(author, { proposalId: id, expectedVersion: row.questionVersion, answers }, clock);
    for (const metric of metrics) await addMetric(author, { proposalId: id, ...metric }, clock);
    return stage;
  }

  async submit(actor: Actor, message: string): Promise<{ number: number; hash: string }> {
    const { proposalId } = this;
    const { draftVersion } = await getDb().proposal.findUniqueOrThrow({ where: { id: proposalId } });
    const input = { proposalId, expectedDraftVersion: draftVersion, message };
    return submitRevision(actor, input, this.#clock);
  }

  async review(
    actor: Actor,
    { role, verdict, body = '' }: { role: ReviewRole; verdict: Verdict; body?: string },
  ): Promise<void> {
    const { proposalId } = this;
    const revisionHash = await this.#hash();
    await giveReview(actor, { proposalId, revisionHash, role, verdict, body }, this.#clock);
  }

  /**
   * Takes what Assent proposes for every field that needs a decision, or for those of some paths; those in `keep` are
   * kept, for the reason that stands there.
   */
  async decide(
    actor: Actor,
    {
      isMeant = () => true,
      keep = {},
    }: { isMeant?: (path: string) => boolean; keep?: Record<string, string> } = {},
  ): Promise<void> {
    const { proposalId } = this;
    const { fields } = await loadPrivacyReview(actor, this.#number, this.#clock);
    const decisions = fields
      .filter((field) => field.toDecide && isMeant(field.path))
      .map(({ pointer, path, proposal }) => {
        const { category, identifiesPerson, because } = proposal;
        const reason = keep[path] ?? because;
        const action = keep[path] ? ('keep' as const) : proposal.action;
        return { pointer, category, identifiesPerson, action, reason, expectedVersion: null };
      });
    await decideFields(actor, { proposalId, decisions }, this.#clock);
  }

  async signOff(actor: Actor, note: string): Promise<void> {
    const { proposalId } = this;
    const { decisionsHash } = await loadPrivacyReview(actor, this.#number, this.#clock);
    const revisionHash = await this.#hash();
    await giveSignOff(actor, { proposalId, revisionHash, decisionsHash, note }, this.#clock);
  }

  /** Gives the export of the version that the approval made. */
  async approve(actor: Actor): Promise<string> {
    const input = { proposalId: this.proposalId, revisionHash: await this.#hash() };
    const { exportId } = await approveProposal(actor, input, { clock: this.#clock });
    return exportId;
  }

  async #hash(): Promise<string> {
    const revision = await getDb().revision.findFirstOrThrow({
      where: { proposalId: this.proposalId },
      orderBy: { number: 'desc' },
    });
    return revision.hash;
  }
}
