import { describe, expect, it } from 'vitest';
import { assembleReview, type OlderSide } from '@/components/review/assemble-review';
import { countGroups, isInGroup, sortChanges, valuesOf } from '@/components/review/change-groups';
import { compareContext } from '@/components/review/compare-context';
import { readRevisionChoice, revisionChoiceHref } from '@/components/review/revision-choice';
import type { RevisionView } from '@/lib/contracts/review';
import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';
import { emptyQuestion } from '@/lib/domain/question/question';
import { readSource } from '@/lib/domain/schema/read-source';

const schema = (version: string, properties: string) => `title: a/b
description: Somebody did something.
$id: /a/b/${version}
$schema: https://json-schema.org/draft-07/schema#
type: object
properties:
${properties}`;
const olderText = schema('1.0.0', '  name:\n    type: string\n    maxLength: 64\n    description: A name.\n');
const newerText = schema(
  '1.1.0',
  '  name:\n    type: string\n    maxLength: 10\n    description: Another name.\n  count:\n    type: integer\n    description: How many.\n',
);
const older = readSource(olderText).source?.value ?? {};

const context: AssessmentContext = {
  title: 'a/b',
  isNewSchema: false,
  base: { version: '1.0.0', schema: older },
  newestVersion: '1.0.0',
  lookup: {},
  configText: '',
  metrics: [],
  controlPointers: [],
  exceptions: [],
  knownFragmentFields: [],
};

function revision(number: number, over: Partial<RevisionView> = {}): RevisionView {
  return {
    number,
    hash: String(number).repeat(64).slice(0, 64),
    schemaVersion: '1.1.0',
    baseVersion: '1.0.0',
    message: '',
    author: { id: 'e', name: 'Edda' },
    contributors: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    source: newerText,
    materialized: newerText,
    question: { ...emptyQuestion },
    metrics: [],
    controlPointers: [],
    ...over,
  };
}

const base: OlderSide = {
  comparedWith: { kind: 'base', version: '1.0.0', label: 'version 1.0.0' },
  schema: older,
  source: olderText,
  materialized: olderText,
  revision: null,
};

describe('assembleReview', () => {
  const view = assembleReview({
    revision: revision(2),
    isNewest: true,
    context,
    older: base,
    isLiftable: (rule) => rule === 'compatible-with-previous-version',
  });

  it('labels each change, the breaking ones with both schemas at hand for a counter-example', () => {
    const kinds = view.changes.map(({ kind, path, classification }) => [kind, path, classification]);
    expect(kinds).toContainEqual(['length-tightened', 'name', 'breaking-producers']);
    expect(kinds).toContainEqual(['description-changed', 'name', 'documentation']);
    expect(kinds).toContainEqual(['field-added', 'count', 'privacy']);
    expect(view.schemas?.older).toBe(older);
    expect(view.suggestedVersion.version).toBe('2.0.0');
  });

  it('says of each field whether it changed, and on which line it stands', () => {
    expect(view.fields.map(({ path, change, line }) => [path, change, line])).toEqual([
      ['name', 'changed', 7],
      ['count', 'added', 11],
    ]);
  });

  it('explains each finding, and which of them an exception can lift', () => {
    const finding = view.findings.find(({ rule }) => rule === 'compatible-with-previous-version');
    expect(finding).toMatchObject({
      severity: 'error',
      liftable: true,
      title: 'Compatible with the previous version',
    });
    expect(view.findings.filter(({ liftable }) => liftable).map(({ rule }) => rule)).toEqual(
      view.findings.filter(({ rule }) => rule === 'compatible-with-previous-version').map(({ rule }) => rule),
    );
  });

  it('holds no schemas where nothing breaks, and takes all of a new schema as new', () => {
    const input = { revision: revision(1), isNewest: true, isLiftable: () => false };
    const fresh = assembleReview({
      ...input,
      context: { ...context, isNewSchema: true, base: null },
      older: null,
    });
    expect(fresh.schemas).toBeNull();
    expect(fresh.comparedWith).toBeNull();
    expect(fresh.fields.map(({ change }) => change)).toEqual(['added', 'added']);
  });

  it('survives a text that nobody can read', () => {
    const broken = assembleReview({
      revision: revision(3, { source: 'a: [', materialized: '' }),
      isNewest: true,
      context,
      older: base,
      isLiftable: () => true,
    });
    expect(broken.changes).toEqual([]);
    expect(broken.fields).toEqual([]);
    expect(broken.findings.length).toBeGreaterThan(0);
  });

  it('compares question and metrics with a revision, and never with a version', () => {
    const earlier = revision(1, { question: { ...emptyQuestion, sample: 'Everyone.' } });
    const side = {
      ...base,
      comparedWith: { kind: 'revision' as const, number: 1, label: 'revision 1' },
      revision: earlier,
    };
    const input = { revision: revision(2), isNewest: true, context, isLiftable: () => false };
    expect(assembleReview({ ...input, older: side }).contextChanges).toEqual([
      { key: 'sample', label: 'What sample?', before: 'Everyone.', after: '' },
    ]);
    expect(view.contextChanges).toEqual([]);
  });

  it('sorts the most serious changes first and counts each under every word it bears', () => {
    expect(sortChanges(view.changes)[0]?.kind).toBe('length-tightened');
    expect(sortChanges(view.changes).at(-1)?.classification).toBe('documentation');
    const counts = countGroups(view.changes);
    expect(counts.breaking).toBe(view.changes.filter((change) => isInGroup(change, 'breaking')).length);
    expect(counts.documentation).toBe(1);
  });

  it('leaves short values to the sentence', () => {
    const tightened = view.changes.find(({ kind }) => kind === 'length-tightened');
    expect(tightened && valuesOf(tightened)).toBeNull();
    const long = { ...view.changes[0], before: 'x'.repeat(90), after: 'y', kind: 'description-changed' };
    expect(valuesOf(long as (typeof view.changes)[number])).toEqual({ before: 'x'.repeat(90), after: 'y' });
  });
});

describe('compareContext', () => {
  it('finds metrics that came, went or changed, by their id', () => {
    const metric = (id: string, definition: string) => ({
      id,
      name: `M${id}`,
      definition,
      fieldPointers: ['/properties/a/properties/b'],
    });
    const changes = compareContext(
      {
        question: { ...emptyQuestion },
        metrics: [metric('1', 'old'), metric('2', 'same'), metric('3', 'gone')],
      },
      {
        question: { ...emptyQuestion },
        metrics: [metric('1', 'new'), metric('2', 'same'), metric('4', 'came')],
      },
    );
    expect(changes.map(({ label, before, after }) => [label, before === '', after === ''])).toEqual([
      ['Metric M1', false, false],
      ['Metric M4', true, false],
      ['Metric M3', false, true],
    ]);
    expect(changes[0]?.after).toBe('M1\nnew\nFields:\n- a.b');
  });
});

describe('the choice of revisions', () => {
  const revisions = [revision(3), revision(2), revision(1)];

  it('is the newest against its base unless the address says otherwise', () => {
    expect(readRevisionChoice(revisions, {})).toEqual({ shown: 3, compare: 'base' });
    expect(readRevisionChoice(revisions, { revision: '2', compare: '1' })).toEqual({ shown: 2, compare: 1 });
    expect(readRevisionChoice([], {})).toBeNull();
  });

  it('takes nothing from an address that names no revision', () => {
    for (const value of ['9', '-1', '2.0', ' 2', '../..', ['2', '1'], '']) {
      expect(readRevisionChoice(revisions, { revision: value, compare: value })).toEqual({
        shown: 3,
        compare: 'base',
      });
    }
    expect(readRevisionChoice(revisions, { compare: '3' })).toEqual({ shown: 3, compare: 'base' });
  });

  it('reads back every address it writes', () => {
    for (const shown of [1, 2, 3]) {
      for (const compare of ['base', 1, 2, 3] as const) {
        if (compare === shown) continue;
        const url = new URL(revisionChoiceHref(7, { shown, compare }, 3), 'http://localhost');
        expect(readRevisionChoice(revisions, Object.fromEntries(url.searchParams))).toEqual({
          shown,
          compare,
        });
      }
    }
  });
});
