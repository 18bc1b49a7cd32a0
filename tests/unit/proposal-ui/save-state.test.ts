import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSaveState, type SaveEvent, type SaveState } from '@/components/proposal/draft/save-state';

const start: SaveState = {
  phase: 'saved',
  text: 'a',
  acknowledged: { text: 'a', draftVersion: 1, savedAt: null },
  conflict: null,
  message: null,
};
const saved = (draftVersion: number) => ({
  draftVersion,
  savedAt: '2026-11-24T05:00:00.000Z',
  changed: true,
});
const theirs = { text: 'theirs', draftVersion: 7, savedBy: null, savedAt: '2026-11-24T05:00:00.000Z' };

function stateAfter(...events: SaveEvent[]): SaveState {
  return events.reduce(nextSaveState, start);
}

describe('nextSaveState', () => {
  test('a text is saved only once the server acknowledged that very text', () => {
    const state = stateAfter(
      { kind: 'typed', text: 'ab' },
      { kind: 'sending' },
      { kind: 'typed', text: 'abc' },
      { kind: 'acknowledged', text: 'ab', saved: saved(2) },
    );
    expect(state).toMatchObject({
      phase: 'unsaved',
      text: 'abc',
      acknowledged: { text: 'ab', draftVersion: 2 },
    });
  });

  test('typing back to what stands needs no save', () => {
    expect(stateAfter({ kind: 'typed', text: 'ab' }, { kind: 'typed', text: 'a' }).phase).toBe('saved');
  });

  test('a conflict keeps both texts, also while the person goes on writing', () => {
    const state = stateAfter(
      { kind: 'typed', text: 'mine' },
      { kind: 'sending' },
      { kind: 'conflicted', conflict: theirs, sent: 'mine' },
      { kind: 'typed', text: 'mine, merged' },
    );
    expect(state).toMatchObject({ phase: 'conflict', text: 'mine, merged', conflict: theirs });
  });

  test('the own text coming back as a conflict is an acknowledgement that was lost', () => {
    const state = stateAfter(
      { kind: 'typed', text: 'theirs' },
      { kind: 'conflicted', conflict: theirs, sent: 'theirs' },
    );
    expect(state).toMatchObject({ phase: 'saved', conflict: null, acknowledged: { draftVersion: 7 } });
  });

  test('each way out of a conflict goes on from the newest number', () => {
    const conflicted: SaveEvent[] = [
      { kind: 'typed', text: 'mine' },
      { kind: 'conflicted', conflict: theirs, sent: 'mine' },
    ];
    expect(stateAfter(...conflicted, { kind: 'take-theirs' })).toMatchObject({
      phase: 'saved',
      text: 'theirs',
      acknowledged: { draftVersion: 7 },
    });
    expect(stateAfter(...conflicted, { kind: 'keep-mine' })).toMatchObject({
      phase: 'unsaved',
      text: 'mine',
      acknowledged: { text: 'theirs', draftVersion: 7 },
    });
  });

  test('a lost connection and a refusal say why, and keep the text', () => {
    const typed: SaveEvent = { kind: 'typed', text: 'ab' };
    expect(stateAfter(typed, { kind: 'unreachable', message: 'Gone.' })).toMatchObject({
      phase: 'offline',
      text: 'ab',
      message: 'Gone.',
    });
    expect(stateAfter(typed, { kind: 'refused', message: 'No.' }, { kind: 'typed', text: 'abc' }).phase).toBe(
      'unsaved',
    );
  });

  test('whatever happens, no typed text is lost but by choice, and “saved” never lies', () => {
    const text = fc.constantFrom('a', 'b', 'c', 'theirs');
    const event: fc.Arbitrary<SaveEvent> = fc.oneof(
      fc.record({ kind: fc.constant('typed' as const), text }),
      fc.constant({ kind: 'sending' as const }),
      fc.record({ kind: fc.constant('acknowledged' as const), text, saved: fc.nat().map(saved) }),
      fc.record({ kind: fc.constant('conflicted' as const), conflict: fc.constant(theirs), sent: text }),
      fc.constant({ kind: 'unreachable' as const, message: 'Gone.' }),
      fc.constant({ kind: 'refused' as const, message: 'No.' }),
      fc.constantFrom<SaveEvent>({ kind: 'take-theirs' }, { kind: 'keep-mine' }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let typed = start.text;
        let state = start;
        for (const one of events) {
          if (one.kind === 'typed') typed = one.text;
          if (one.kind === 'take-theirs' && state.conflict) typed = state.conflict.text;
          state = nextSaveState(state, one);
          expect(state.text).toBe(typed);
          if (state.phase === 'saved') expect(state.text).toBe(state.acknowledged.text);
        }
      }),
    );
  });
});
