import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftSaver } from '@/components/proposal/draft/draft-saver';
import { keepUnsaved, readUnsaved, type TextStorage } from '@/components/proposal/draft/unsaved-text';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { SavedDraft, SaveDraftInput } from '@/lib/contracts/draft';

const proposalId = '11111111-1111-4111-8111-111111111111';
const savedAt = '2026-11-24T05:00:00.000Z';

/** A server that holds one text under a number, as the service does. */
class Desk {
  text = 'a';
  draftVersion = 1;
  reachable = true;
  /** What happens once while the next save is under way. */
  meanwhile: (() => void) | null = null;
  readonly received: SaveDraftInput[] = [];

  readonly save = async (input: SaveDraftInput): Promise<ActionResult<SavedDraft>> => {
    this.received.push(input);
    this.meanwhile?.();
    this.meanwhile = null;
    if (!this.reachable) throw new TypeError('fetch failed');
    if (input.expectedDraftVersion !== this.draftVersion) {
      const { text, draftVersion } = this;
      const details = { text, draftVersion, savedBy: null, savedAt };
      return { ok: false, error: { code: 'lost-update', message: 'Somebody saved.', fields: {}, details } };
    }
    this.write(input.text);
    return { ok: true, value: { draftVersion: this.draftVersion, savedAt, changed: true } };
  };

  write(text: string): void {
    this.text = text;
    this.draftVersion += 1;
  }
}

function memory(): TextStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function open(desk: Desk, storage = memory()) {
  const { text, draftVersion, save } = desk;
  return { saver: new DraftSaver({ proposalId, text, draftVersion, savedAt: null, save, storage }), storage };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('DraftSaver', () => {
  test('saves once after a pause, and forgets the kept text only then', async () => {
    const desk = new Desk();
    const { saver, storage } = open(desk);
    saver.type('ab');
    saver.type('abc');
    expect(readUnsaved(storage, proposalId)).toEqual({ text: 'abc', draftVersion: 1 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.received).toEqual([{ proposalId, text: 'abc', expectedDraftVersion: 1 }]);
    expect(saver.current()).toMatchObject({ phase: 'saved', acknowledged: { draftVersion: 2 } });
    expect(readUnsaved(storage, proposalId)).toBeNull();
  });

  test('saves within seconds while somebody never pauses', async () => {
    const desk = new Desk();
    const { saver } = open(desk);
    for (let count = 0; count < 40; count += 1) {
      saver.type(`a${count}`);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(desk.received.length).toBeGreaterThan(0);
  });

  test('tries again by itself when the server comes back', async () => {
    const desk = new Desk();
    desk.reachable = false;
    const { saver, storage } = open(desk);
    saver.type('ab');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saver.current().phase).toBe('offline');
    expect(readUnsaved(storage, proposalId)?.text).toBe('ab');
    desk.reachable = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(desk.text).toBe('ab');
    expect(saver.current().phase).toBe('saved');
  });

  test('never writes over somebody else without being told to', async () => {
    const desk = new Desk();
    const { saver } = open(desk);
    desk.write('theirs');
    saver.type('mine');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.text).toBe('theirs');
    expect(saver.current()).toMatchObject({ phase: 'conflict', text: 'mine', conflict: { text: 'theirs' } });
    expect(await saver.flush()).toBeNull();
    expect(desk.text).toBe('theirs');
    await saver.keepMine();
    expect(desk).toMatchObject({ text: 'mine', draftVersion: 3 });
    expect(saver.current().phase).toBe('saved');
  });

  test('taking theirs gives back what was set aside', async () => {
    const desk = new Desk();
    const { saver } = open(desk);
    desk.write('theirs');
    saver.type('mine');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saver.takeTheirs()).toBe('mine');
    expect(saver.current()).toMatchObject({ phase: 'saved', text: 'theirs' });
  });

  test('a kept text is taken up again, and saved over the draft that it was typed over', async () => {
    const desk = new Desk();
    const storage = memory();
    keepUnsaved(storage, proposalId, { text: 'kept', draftVersion: 1 });
    const { saver } = open(desk, storage);
    expect(saver.restore()).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.text).toBe('kept');
  });

  test('a kept text of an older draft is a conflict, and still one after another reload', async () => {
    const desk = new Desk();
    const storage = memory();
    keepUnsaved(storage, proposalId, { text: 'kept', draftVersion: 1 });
    desk.write('theirs');
    for (let reload = 0; reload < 2; reload += 1) {
      const { saver } = open(desk, storage);
      saver.restore();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(saver.current()).toMatchObject({
        phase: 'conflict',
        text: 'kept',
        conflict: { text: 'theirs' },
      });
      expect(desk.text).toBe('theirs');
    }
  });

  test('flush brings in also what is typed while it saves', async () => {
    const desk = new Desk();
    const { saver } = open(desk);
    desk.meanwhile = () => saver.type('abc');
    saver.type('ab');
    expect(await saver.flush()).toBe(3);
    expect(desk.text).toBe('abc');
  });

  test('a newer draft of the page is followed only while nothing waits to be saved', () => {
    const { saver } = open(new Desk());
    saver.follow({ text: 'newer', draftVersion: 5, savedAt });
    expect(saver.current()).toMatchObject({ text: 'newer', phase: 'saved' });
    saver.type('mine');
    saver.follow({ text: 'newest', draftVersion: 6, savedAt });
    expect(saver.current()).toMatchObject({ text: 'mine', acknowledged: { draftVersion: 5 } });
    saver.leave();
  });

  test('a storage that holds nonsense is no text', () => {
    const storage = memory();
    storage.setItem(`assent-draft:${proposalId}`, '{"text":1}');
    expect(readUnsaved(storage, proposalId)).toBeNull();
    storage.setItem(`assent-draft:${proposalId}`, '{');
    expect(readUnsaved(storage, proposalId)).toBeNull();
  });
});
