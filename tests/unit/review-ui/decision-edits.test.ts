import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedValues,
  type DecisionEdit,
  editedValues,
  errorsByPointer,
  isConflict,
  lacksReason,
  pruneEdits,
  tierAfter,
  toDecisions,
} from '@/components/privacy/decision-edits';
import { decideFieldsInput } from '@/lib/contracts/privacy';
import { personalDataCategories } from '@/lib/domain/privacy/categories';
import { detectPersonalData } from '@/lib/domain/privacy/detect-personal-data';
import { listFields } from '@/lib/domain/schema/fields';
import { deriveRisk } from '@/lib/services/privacy/derive-risk';
import { decided, privacyField } from './privacy-fields';

const proposalId = '01a20bf1-1a7b-76e2-94fa-e58b3de3585f';
const edit = (over: Partial<DecisionEdit> = {}): DecisionEdit => ({
  category: 'none',
  identifiesPerson: false,
  action: 'purge',
  reason: '',
  seenVersion: null,
  ...over,
});

describe('editing a decision', () => {
  const field = privacyField('user_id', {
    proposal: {
      category: 'user-identifier',
      identifiesPerson: true,
      action: 'purge',
      because: 'Its name is user_id.',
    },
  });

  it('starts from what Assent proposes, and remembers that nobody had decided', () => {
    expect(editedValues(field, undefined, { action: 'hash' })).toEqual({
      category: 'user-identifier',
      identifiesPerson: true,
      action: 'hash',
      reason: '',
      seenVersion: null,
    });
  });

  it('starts from what stands, and remembers which decision that was', () => {
    const standing = { ...field, decision: decided({ action: 'keep', reason: 'Asked for.', version: 4 }) };
    expect(editedValues(standing, undefined, { identifiesPerson: true })).toEqual({
      category: 'none',
      identifiesPerson: true,
      action: 'keep',
      reason: 'Asked for.',
      seenVersion: 4,
    });
  });

  it('takes the reason of the proposal along only with the proposal', () => {
    const accepted = { ...acceptedValues(field), seenVersion: null };
    expect(accepted.reason).toBe('Its name is user_id.');
    expect(editedValues(field, accepted, { category: 'none' }).reason).toBe('Its name is user_id.');
    expect(editedValues(field, accepted, { action: 'keep' }).reason).toBe('');
    const own = { ...accepted, reason: 'My own words.' };
    expect(editedValues(field, own, { action: 'keep' }).reason).toBe('My own words.');
  });

  it('keeps the decision that was seen when the edit began, however long it goes on', () => {
    const begun = editedValues(field, undefined, { action: 'hash' });
    const later = { ...field, decision: decided({ version: 1 }) };
    expect(editedValues(later, begun, { reason: 'x' }).seenVersion).toBeNull();
    expect(isConflict(later, begun)).toBe(true);
  });
});

describe('what is not saved', () => {
  const a = privacyField('a');
  const b = privacyField('b', { decision: decided({ action: 'keep', reason: 'Why.', version: 2 }) });

  it('is what differs from what stands; fields that are gone drop out', () => {
    const same = edit({ action: 'keep', reason: ' Why. ', seenVersion: 1 });
    const edits = { [a.pointer]: edit(), [b.pointer]: same, '/properties/gone': edit() };
    expect(Object.keys(pruneEdits([a, b], edits))).toEqual([a.pointer]);
    expect(isConflict(b, same)).toBe(false);
  });

  it('gives the same object where nothing drops out, so that nothing is drawn anew', () => {
    const edits = { [a.pointer]: edit() };
    expect(pruneEdits([a, b], edits)).toBe(edits);
  });

  it('is sent in the order of the schema, with the decision that was seen, as the server wants it', () => {
    const edits = { [b.pointer]: edit({ seenVersion: 2 }), [a.pointer]: edit() };
    const decisions = toDecisions([a, b], edits);
    expect(decisions.map(({ pointer, expectedVersion }) => [pointer, expectedVersion])).toEqual([
      [a.pointer, null],
      [b.pointer, 2],
    ]);
    expect(decideFieldsInput.safeParse({ proposalId, decisions }).success).toBe(true);
  });

  it('lacks a reason exactly where the server says so', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('purge' as const, 'keep' as const, 'hash' as const),
        fc.constantFrom('', '  ', 'x'),
        (action, reason) => {
          const decisions = toDecisions([a], { [a.pointer]: edit({ action, reason }) });
          const sent = decideFieldsInput.safeParse({ proposalId, decisions });
          expect(sent.success).toBe(!lacksReason({ ...edit(), action, reason }));
        },
      ),
    );
  });

  it('shows messages of the server beside the fields they speak of', () => {
    const errors = { 'decisions.1.reason': 'Say why.', 'decisions.7.reason': 'lost', other: 'x' };
    expect(errorsByPointer([{ pointer: '/a' }, { pointer: '/b' }], errors)).toEqual({ '/b': 'Say why.' });
  });
});

describe('the live risk tier', () => {
  const names = [
    'user_agent',
    'user_id',
    'page_id',
    'page_title',
    'app_install_id',
    'is_anon',
    'action',
    'city',
  ];

  it('is what the server derives once the same decisions stand', () => {
    const choice = fc.record({
      category: fc.constantFrom(...personalDataCategories.map((category) => category.id)),
      action: fc.constantFrom('purge' as const, 'keep' as const, 'hash' as const),
      decides: fc.boolean(),
    });
    const input = fc.dictionary(fc.constantFrom(...names), choice);
    fc.assert(
      fc.property(input, fc.constantFrom(null, 1 as const, 2 as const), (chosen, raised) => {
        const properties = Object.fromEntries(
          Object.keys(chosen).map((name) => [name, { type: 'string', description: name }]),
        );
        const fields = listFields({ type: 'object', properties });
        const shown = fields.map((field) =>
          privacyField(field.path, {
            proposal: {
              category: detectPersonalData(field)?.category ?? 'none',
              identifiesPerson: false,
              action: 'purge',
              because: '',
            },
          }),
        );
        const decisions = fields.flatMap(({ pointer, name }) => {
          const made = chosen[name];
          return made?.decides ? [{ pointer, category: made.category, action: made.action }] : [];
        });
        const edits = Object.fromEntries(decisions.map((made) => [made.pointer, { ...edit(), ...made }]));
        const server = deriveRisk(fields, decisions, raised);
        const live = tierAfter(shown, edits, raised);
        expect([live.tier, live.derived, live.causes]).toEqual([server.tier, server.derived, server.causes]);
      }),
    );
  });
});
