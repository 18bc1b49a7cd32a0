import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import type { ReviewRole, Role } from '@/lib/domain/access/roles';
import type { ReviewSnapshot, RevisionSummary, RiskTier, Verdict } from '@/lib/domain/review/snapshot';
import { canApprove } from '@/lib/domain/review/workflow';
import { instant, readySnapshot } from './ready-snapshot';

/** What a draft says, each part as a number; `risky` text has a lint error, `breaking` text breaks the base. */
export interface Text {
  schema: number;
  fields: number;
  context: number;
  risky: boolean;
  breaking: boolean;
}

export const people: Actor[] = (
  [
    ['ana', ['analyst']],
    ['abe', ['analyst']],
    ['eva', ['engineer']],
    ['eli', ['engineer']],
    ['pam', ['product-manager']],
    ['max', ['engineer', 'analyst']],
    ['adi', ['admin']],
    ['vic', ['viewer']],
    ['off', ['engineer', 'analyst']],
  ] as [string, Role[]][]
).map(([id, roles]) => ({ id, name: id, roles, disabled: id === 'off' }));

export type Step =
  | { do: 'edit'; by: number; part: keyof Text; value: number }
  | { do: 'submit'; by: number }
  | { do: 'review'; by: number; role: ReviewRole; verdict: Verdict }
  | { do: 'decide'; by: number; pointer: number; action: 'purge' | 'keep' }
  | { do: 'sign-off'; by: number }
  | { do: 'open-thread'; by: number; blocking: boolean }
  | { do: 'resolve-thread'; by: number; thread: number }
  | { do: 'publish-elsewhere' }
  | { do: 'update-base'; by: number }
  | { do: 'except'; by: number; lasts: number }
  | { do: 'raise-tier'; tier: RiskTier }
  | { do: 'approve'; by: number };

interface Voice {
  by: string;
  text: Text;
  decisions: string;
}

/** A proposal as a service keeps it, with the texts themselves beside what the domain is told about them. */
export class ReviewModel {
  draft: Text = { schema: 0, fields: 0, context: 0, risky: false, breaking: false };
  /** Whose text is in the draft. */
  contributors = new Set(['author']);
  /** Whose text is in the current revision. */
  wrote: ReadonlySet<string> = new Set(['author']);
  texts: Text[] = [];
  voices = new Map<string, Voice & { role: ReviewRole; verdict: Verdict }>();
  signOffs = new Map<string, Voice>();
  approvedBy: string | null = null;
  snapshot: ReviewSnapshot = readySnapshot({
    state: 'drafting',
    currentRevision: null,
    reviews: [],
    signOffs: [],
    decisions: [],
    decisionsHash: '[]',
    fieldsToDecide: [],
    baseVersion: '1',
    newestVersion: '1',
    now: instant(0),
  });

  get text(): Text | undefined {
    return this.texts.at(-1);
  }

  get subject(): ProposalSubject {
    return {
      state: this.snapshot.state,
      authorId: 'author',
      contributorIds: this.contributors,
      hasRevision: this.texts.length > 0,
    };
  }

  /** Takes a step if the policy lets the person take it, and says whether it did. */
  take(step: Step): boolean {
    this.snapshot = { ...this.snapshot, now: new Date(this.snapshot.now.getTime() + 60_000) };
    const actor = 'by' in step ? people[step.by % people.length]! : null;
    switch (step.do) {
      case 'edit':
        return this.#if(can(actor, 'draft.edit', this.subject).allowed, () => this.#edit(actor!.id, step));
      case 'submit':
        return this.#if(can(actor, 'revision.submit', this.subject).allowed, () => this.#submit());
      case 'review': {
        const { role, verdict } = step;
        const permission = can(actor, 'review.give', { proposal: this.subject, role, verdict });
        return this.#if(permission.allowed, () => this.#review(actor!.id, role, verdict));
      }
      case 'decide':
        return this.#if(can(actor, 'decision.make', this.subject).allowed, () =>
          this.#decide(actor!.id, step),
        );
      case 'sign-off':
        return this.#if(can(actor, 'signoff.give', this.subject).allowed, () => this.#signOff(actor!.id));
      case 'open-thread':
      case 'resolve-thread':
        return this.#thread(actor!, step);
      case 'publish-elsewhere':
        return this.#set({ newestVersion: `${Number(this.snapshot.newestVersion) + 1}` });
      case 'update-base':
        return this.#if(can(actor, 'draft.edit', this.subject).allowed, () =>
          this.#set({ baseVersion: this.snapshot.newestVersion }),
        );
      case 'except':
        return this.#if(can(actor, 'exception.grant', this.subject).allowed, () =>
          this.#except(actor!.id, step.lasts),
        );
      case 'raise-tier':
        return this.#set({ riskTier: step.tier, legalReviewUrl: 'https://example.org/legal' });
      case 'approve': {
        const allowed =
          can(actor, 'proposal.approve', this.subject).allowed && canApprove(this.snapshot).allowed;
        return this.#if(allowed, () => {
          this.approvedBy = actor!.id;
          this.#set({ state: 'approved' });
        });
      }
    }
  }

  #if(allowed: boolean, act: () => void): boolean {
    if (allowed) act();
    return allowed;
  }

  #set(change: Partial<ReviewSnapshot>): true {
    this.snapshot = { ...this.snapshot, ...change };
    return true;
  }

  #edit(by: string, { part, value }: Extract<Step, { do: 'edit' }>) {
    const isFlag = part === 'risky' || part === 'breaking';
    this.draft = { ...this.draft, [part]: isFlag ? value % 2 === 1 : value };
    this.contributors.add(by);
  }

  #submit() {
    this.texts.push(this.draft);
    const { currentRevision, earlierRevisions } = this.snapshot;
    this.#set({
      state: 'in-review',
      earlierRevisions: currentRevision ? [...earlierRevisions, currentRevision] : [],
      currentRevision: this.#revision(this.texts.length, this.draft),
      fieldsToDecide: Array.from({ length: this.draft.fields }, (_, index) => `/properties/f${index}`),
      lintErrors: this.draft.risky ? [{ rule: 'risk', severity: 'error', path: '', params: {} }] : [],
      compatibility: { compatible: !this.draft.breaking, majorBump: false },
    });
    this.wrote = new Set(this.contributors);
  }

  #revision(number: number, text: Text): RevisionSummary {
    return {
      number,
      hash: JSON.stringify(text),
      schemaHash: schemaOf(text),
      contextHash: `context-${text.context}`,
      fieldsHash: `fields-${text.fields}`,
      createdAt: this.snapshot.now,
      contributorIds: [...this.contributors],
    };
  }

  #review(by: string, role: ReviewRole, verdict: Verdict) {
    const { currentRevision: current, reviews, decisionsHash, now } = this.snapshot;
    this.voices.set(by, { by, role, verdict, text: this.text!, decisions: decisionsHash });
    const { number: revisionNumber, schemaHash, contextHash } = current!;
    const id = `r${reviews.length}`;
    const given = { id, reviewerId: by, reviewerName: by, role, verdict, createdAt: now };
    this.#set({ reviews: [...reviews, { ...given, revisionNumber, schemaHash, contextHash }] });
  }

  #decide(by: string, { pointer, action }: Extract<Step, { do: 'decide' }>) {
    const decision = {
      pointer: `/properties/f${pointer}`,
      category: 'none',
      identifiesPerson: false,
      action,
      reason: 'Because.',
      decidedById: by,
    };
    const others = this.snapshot.decisions.filter((known) => known.pointer !== decision.pointer);
    const decisions = [...others, decision];
    const texts = decisions.map((known) => `${known.pointer}=${known.action}`).sort();
    this.#set({ decisions, decisionsHash: JSON.stringify(texts) });
  }

  #signOff(by: string) {
    const { currentRevision: current, decisionsHash, now, signOffs } = this.snapshot;
    this.signOffs.set(by, { by, text: this.text!, decisions: decisionsHash });
    const { number: revisionNumber, fieldsHash } = current!;
    const given = { id: `s${signOffs.length}`, analystId: by, analystName: by, createdAt: now };
    this.#set({ signOffs: [...signOffs, { ...given, revisionNumber, fieldsHash, decisionsHash }] });
  }

  #thread(actor: Actor, step: Extract<Step, { do: 'open-thread' | 'resolve-thread' }>): boolean {
    const { threads } = this.snapshot;
    const proposal = this.subject;
    if (step.do === 'open-thread') {
      const { blocking } = step;
      const thread = { id: `t${threads.length}`, blocking, resolved: false, openedById: actor.id };
      const { allowed } = can(actor, 'thread.open', { proposal, blocking });
      return this.#if(allowed, () => this.#set({ threads: [...threads, thread] }));
    }
    const thread = threads[step.thread % Math.max(1, threads.length)];
    if (!thread || !can(actor, 'thread.resolve', { ...thread, proposal }).allowed) return false;
    return this.#set({
      threads: threads.map((known) => (known === thread ? { ...known, resolved: true } : known)),
    });
  }

  #except(by: string, lasts: number) {
    const expiresAt = new Date(this.snapshot.now.getTime() + lasts * 60_000);
    this.#set({ exceptions: [...this.snapshot.exceptions, { rule: 'risk', expiresAt, grantedById: by }] });
  }
}

/** What a schema's hash stands for: all of it but the question. */
export function schemaOf(text: Text): string {
  return JSON.stringify([text.schema, text.fields, text.risky, text.breaking]);
}
