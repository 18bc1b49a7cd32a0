import fc from 'fast-check';
import { expect, test } from 'vitest';
import { can } from '@/lib/domain/access/policy';
import { approvalStatuses } from '@/lib/domain/review/approvals';
import { conditionIds } from '@/lib/domain/review/condition';
import { turnsOf, whoseTurn } from '@/lib/domain/review/whose-turn';
import { canApprove, evaluateConditions } from '@/lib/domain/review/workflow';
import { people, ReviewModel, schemaOf, type Step } from './review-model';

const by = fc.nat({ max: people.length - 1 });
const role = fc.constantFrom('engineer' as const, 'product-manager' as const, 'analyst' as const);
const verdict = fc.constantFrom(
  'approve' as const,
  'approve' as const,
  'request-changes' as const,
  'comment' as const,
);
const part = fc.constantFrom('schema', 'fields', 'context', 'risky', 'breaking');

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('edit'), by, part, value: fc.nat({ max: 2 }) }),
  { arbitrary: fc.record({ do: fc.constant('submit'), by }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('review'), by, role, verdict }), weight: 4 },
  fc.record({
    do: fc.constant('decide'),
    by,
    pointer: fc.nat({ max: 1 }),
    action: fc.constantFrom('purge', 'keep'),
  }),
  { arbitrary: fc.record({ do: fc.constant('sign-off'), by }), weight: 2 },
  fc.record({ do: fc.constant('open-thread'), by, blocking: fc.boolean() }),
  { arbitrary: fc.record({ do: fc.constant('resolve-thread'), by, thread: fc.nat({ max: 5 }) }), weight: 2 },
  fc.record({ do: fc.constant('publish-elsewhere') }),
  { arbitrary: fc.record({ do: fc.constant('update-base'), by }), weight: 2 },
  fc.record({ do: fc.constant('except'), by, lasts: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ do: fc.constant('raise-tier'), tier: fc.constantFrom(1, 2, 3) }),
  fc.record({ do: fc.constant('approve'), by }),
) as fc.Arbitrary<Step>;

const index = (id: string) => people.findIndex((person) => person.id === id);

/** What leads to an approval, so that random steps between, before and after it often come close to one. */
const goodSteps: Step[] = [
  { do: 'edit', by: index('eva'), part: 'fields', value: 1 },
  { do: 'submit', by: index('eva') },
  { do: 'review', by: index('eli'), role: 'engineer', verdict: 'approve' },
  { do: 'review', by: index('abe'), role: 'analyst', verdict: 'approve' },
  { do: 'decide', by: index('ana'), pointer: 0, action: 'keep' },
  { do: 'sign-off', by: index('ana') },
  { do: 'approve', by: index('pam') },
];

const steps = fc
  .tuple(...goodSteps.map(() => fc.array(anyStep, { maxLength: 1 })), fc.array(anyStep, { maxLength: 12 }))
  .map((between) => between.flatMap((some, at) => [...some, ...goodSteps.slice(at, at + 1)]));

function play(taken: Step[], check: (model: ReviewModel, step: Step, done: boolean) => void) {
  const model = new ReviewModel();
  for (const step of taken) check(model, step, model.take(step));
}

/** The six conditions once more, told by the texts themselves and not by hashes. */
function expectedBlockers(model: ReviewModel): string[] {
  const { text, snapshot, wrote } = model;
  const voices = [...model.voices.values()].filter(
    (voice) =>
      text &&
      !wrote.has(voice.by) &&
      schemaOf(voice.text) === schemaOf(text) &&
      (voice.role !== 'analyst' || voice.text.context === text.context),
  );
  const approvedAs = (wanted: string) =>
    voices.some((voice) => voice.verdict === 'approve' && voice.role === wanted);
  const signedOff = [...model.signOffs.values()].filter(
    (given) =>
      text &&
      !wrote.has(given.by) &&
      given.text.fields === text.fields &&
      given.decisions === snapshot.decisionsHash,
  );
  const decided = new Set(snapshot.decisions.map((decision) => decision.pointer));
  const excepted = snapshot.exceptions.some(
    (exception) => exception.expiresAt > snapshot.now && !wrote.has(exception.grantedById ?? ''),
  );
  const holds: Record<string, boolean> = {
    lint: !text?.risky || excepted,
    compatibility: !text?.breaking,
    approvals:
      approvedAs('engineer') &&
      approvedAs('analyst') &&
      !voices.some((voice) => voice.verdict === 'request-changes'),
    'sign-off':
      snapshot.fieldsToDecide.every((pointer) => decided.has(pointer)) &&
      signedOff.length >= (snapshot.riskTier === 3 ? 1 : 2),
    threads: !snapshot.threads.some((thread) => thread.blocking && !thread.resolved),
    base: snapshot.baseVersion === snapshot.newestVersion,
  };
  return conditionIds.filter((id) => !holds[id]);
}

const runs = { numRuns: 300 };

test('a revision may be approved if and only if the six conditions hold', () => {
  let approvals = 0;
  fc.assert(
    fc.property(steps, (taken) => {
      play(taken, (model, step, done) => {
        const told = evaluateConditions(model.snapshot).filter((condition) => !condition.holds);
        expect(told.map((condition) => condition.id)).toEqual(expectedBlockers(model));
        const possible = model.snapshot.state === 'in-review' && told.length === 0;
        expect(canApprove(model.snapshot).allowed).toBe(possible);
        if (step.do === 'approve' && done) approvals += 1;
      });
    }),
    runs,
  );
  expect(approvals).toBeGreaterThan(10);
});

test('each condition that does not hold is owed by somebody, and only then', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      play(taken, ({ snapshot }) => {
        if (!snapshot.currentRevision) return;
        for (const { holds, owedBy } of evaluateConditions(snapshot)) expect(owedBy.length > 0).toBe(!holds);
        if (snapshot.state === 'in-review') expect(whoseTurn(snapshot)).not.toEqual([]);
      });
    }),
    runs,
  );
});

test('a verdict lapses only in a step that changed what it covers', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let standing = new Set<string>();
      play(taken, (model, step) => {
        const statuses = approvalStatuses(model.snapshot);
        const lapsed = statuses.filter((status) => status.status === 'lapsed');
        for (const status of lapsed.filter(({ id }) => standing.has(id))) {
          const covers = status.changes.map((change) => change.cover);
          if (step.do === 'decide') expect(covers).toEqual(['decisions']);
          else expect(step.do).toBe('submit');
          const [before, after] = model.texts.slice(-2);
          if (step.do !== 'submit' || !before || !after) continue;
          expect(covers.includes('fields')).toBe(
            status.kind === 'sign-off' && before.fields !== after.fields,
          );
          expect(covers.includes('schema')).toBe(
            status.kind !== 'sign-off' && schemaOf(before) !== schemaOf(after),
          );
          expect(covers.includes('context')).toBe(
            status.kind !== 'sign-off' && status.role === 'analyst' && before.context !== after.context,
          );
          expect(status.changes[0]?.revisionNumber).toBe(model.texts.length);
        }
        standing = new Set(statuses.filter(({ status }) => status === 'stands').map(({ id }) => id));
      });
    }),
    runs,
  );
});

test('a contributor never counts, and who is only an admin or a viewer has no voice', () => {
  const voiceless = people.filter(({ id }) => ['adi', 'vic', 'off'].includes(id));
  fc.assert(
    fc.property(steps, (taken) => {
      play(taken, (model, step, done) => {
        const counting = approvalStatuses(model.snapshot).filter((status) => status.status !== 'void');
        for (const { personId } of counting) expect(model.wrote.has(personId)).toBe(false);
        if (step.do === 'approve' && done) expect(model.wrote.has(model.approvedBy ?? '')).toBe(false);
        for (const person of voiceless) {
          expect(can(person, 'proposal.approve', model.subject).allowed).toBe(false);
          expect(counting.some(({ personId }) => personId === person.id)).toBe(false);
          if (model.contributors.has(person.id)) throw new Error(`${person.id} contributed`);
          expect(turnsOf(model.snapshot, person).filter((task) => task !== 'answer-threads')).toEqual([]);
        }
      });
    }),
    runs,
  );
});

test('each person has at most one voice and one sign-off', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      play(taken, ({ snapshot }) => {
        const keys = approvalStatuses(snapshot).map(
          ({ kind, personId }) => `${kind === 'sign-off' ? 'sign-off' : 'voice'} of ${personId}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
      });
    }),
    runs,
  );
});
