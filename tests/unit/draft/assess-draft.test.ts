import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareAssessment } from '@/lib/domain/draft/assess-draft';
import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';
import { newSchemaText } from '@/lib/domain/draft/new-schema-text';
import { nextMinor, nextVersionText } from '@/lib/domain/draft/next-version-text';
import { applyEdits } from '@/lib/domain/schema/edit-source';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { defaultMaterializeOptions } from '@/lib/domain/schema/types';
import { clickSource, commonFragment, surfaceField, surfacePointer } from '../../factories/schema-texts';

const lookup = { '/fragment/common/1.0.0': materialized(commonFragment) };

function materialized(text: string) {
  const { source } = readSource(text);
  const { schema } = materialize(source as never, (uri) => lookup?.[uri as never], defaultMaterializeOptions);
  return schema as NonNullable<typeof schema>;
}

function context(more: Partial<AssessmentContext> = {}): AssessmentContext {
  return {
    title: 'analytics/test/click',
    isNewSchema: false,
    base: { version: '1.0.0', schema: materialized(clickSource('1.0.0')) },
    newestVersion: '1.0.0',
    lookup,
    configText: 'contentTypes: [yaml]\n',
    metrics: [{ id: 'm', name: 'Openings', definition: 'Per surface.', fieldPointers: [surfacePointer] }],
    controlPointers: [],
    exceptions: [],
    knownFragmentFields: [],
    ...more,
  };
}

const good = clickSource('1.1.0', surfaceField);
const errorsOf = (assessment: { findings: { severity: string; rule: string }[] }) =>
  assessment.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

describe('assessing a draft', () => {
  it('finds nothing wrong with a good next version, and which field it adds', () => {
    const assessment = prepareAssessment(context())(good);
    expect(assessment.findings).toEqual([]);
    expect(assessment.version).toBe('1.1.0');
    expect(assessment.suggestedVersion.version).toBe('1.1.0');
    expect(assessment.changedFieldPointers).toEqual([surfacePointer]);
    expect(assessment.materializedText).toContain('  surface:\n');
    expect(assessment.missingRefs).toEqual([]);
  });

  it('asks for no decision where only documentation changed', () => {
    const text = clickSource('1.0.1').replace('What the person set out to do.', 'What the person wanted.');
    const assessment = prepareAssessment(context({ metrics: [] }))(text);
    expect(assessment.changedFieldPointers).toEqual([]);
    expect(assessment.suggestedVersion.version).toBe('1.0.1');
  });

  it('asks for a decision about every field of a new schema that holds a value', () => {
    const assessment = prepareAssessment(context({ base: null, isNewSchema: true, newestVersion: null }))(
      clickSource('1.0.0'),
    );
    expect([...assessment.changedFieldPointers].sort()).toEqual([
      '/properties/$schema',
      '/properties/action',
      '/properties/dt',
      '/properties/meta/properties/stream',
    ]);
  });

  it('names references that nobody knows', () => {
    const assessment = prepareAssessment(context({ lookup: {} }))(good);
    expect(assessment.schema).toBeNull();
    expect(assessment.missingRefs).toEqual(['/fragment/common/1.0.0']);
    expect(errorsOf(assessment).length).toBeGreaterThan(0);
  });

  it('refuses a schema without an example, and offers one that makes it pass', () => {
    const assess = prepareAssessment(context());
    const bare = good.slice(0, good.indexOf('examples:'));
    const finding = assess(bare).findings.find(({ rule }) => rule === 'examples-written-by-author');
    expect(finding?.severity).toBe('error');
    expect(finding?.fix).toBeDefined();
    expect(errorsOf(assess(applyEdits(bare, finding?.fix?.edits ?? [])))).toEqual([]);
  });

  it('turns the errors of a lifted rule into hints', () => {
    const narrowed = good.replace('      - close\n', '');
    expect(errorsOf(prepareAssessment(context())(narrowed))).toEqual([
      'compatible-with-previous-version',
      'schema-version-compatibility',
    ]);
    const exceptions = ['compatible-with-previous-version', 'schema-version-compatibility'];
    const lifted = prepareAssessment(context({ exceptions }))(narrowed);
    expect(errorsOf(lifted)).toEqual([]);
    const hints = lifted.findings.filter(({ severity }) => severity === 'info').map(({ rule }) => rule);
    expect(hints).toEqual(exceptions);
  });

  it('never throws, whatever the text holds', () => {
    const assess = prepareAssessment(context());
    const lines = good.split('\n');
    // Lists stay lists: how long a merge may take is tested where merging is.
    const others = lines.filter((line) => !/allOf|\$ref/.test(line));
    const broken = fc
      .array(
        fc.record({
          at: fc.nat(lines.length - 9).map((at) => at + 8),
          text: fc.oneof(fc.string(), fc.constantFrom(...others)),
        }),
        { maxLength: 5 },
      )
      .map((changes) => {
        const copy = [...lines];
        for (const { at, text } of changes) copy[at] = text;
        return copy.join('\n');
      });
    fc.assert(
      fc.property(fc.oneof(fc.string(), broken), (text) => {
        const { findings, schema, source } = assess(text);
        if (source === null || schema === null)
          expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});

describe('the texts to begin with', () => {
  it('of a new schema are good, whatever the summary', () => {
    const check = fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (summary) => {
      for (const commonFragment of ['/fragment/common/1.0.0', null]) {
        const text = newSchemaText({ title: 'analytics/test/click', summary, commonFragment });
        const { source, findings } = readSource(text);
        expect(findings).toEqual([]);
        expect(source?.value['description']).toBe(summary);
      }
    });
    fc.assert(check, { numRuns: 100 });
    for (const commonFragment of ['/fragment/common/1.0.0', null]) {
      const text = newSchemaText({
        title: 'analytics/test/click',
        summary: 'A person acted.',
        commonFragment,
      });
      const assess = prepareAssessment(context({ base: null, isNewSchema: true, newestVersion: null }));
      expect(errorsOf(assess(text))).toEqual([]);
    }
  });

  it('of a next version differ in the number alone', () => {
    const next = nextVersionText(clickSource('1.0.0'), '1.0.0');
    expect(next).toBe(clickSource('1.1.0'));
    expect(nextMinor('3.9.7')).toBe('3.10.0');
    expect(nextVersionText('a: [', '1.0.0')).toBe('a: [');
  });
});
