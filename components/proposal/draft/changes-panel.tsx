'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { DiffView } from '@/components/ui/diff-view';
import { EmptyState } from '@/components/ui/empty-state';
import type { DraftView } from '@/lib/contracts/draft';
import { type Change, isBreaking } from '@/lib/domain/compatibility/change';
import type { Comparison } from '@/lib/domain/compatibility/compare-schemas';
import { type CounterExampleSearch, findCounterExample } from '@/lib/domain/compatibility/counter-example';
import { describeNoCounterExample } from '@/lib/domain/compatibility/counter-example-texts';
import { describeChange } from '@/lib/domain/compatibility/describe-change';
import type { JsonObject } from '@/lib/domain/schema/json';
import { changeLooks } from './change-look';
import type { AssessedText } from './use-assessment';

interface ChangesPanelProps {
  assessed: AssessedText;
  draft: DraftView;
}

/** What the draft changes against the version it builds on: what it means first, the lines of text after. */
export function ChangesPanel({ assessed, draft }: ChangesPanelProps) {
  const { comparison, schema } = assessed.assessment;
  const { base, isNewSchema } = draft.context;
  if (isNewSchema || !base) {
    return (
      <EmptyState compact title="Everything is new">
        This is the first version of the schema, so there is nothing to compare it with.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col">
      {comparison && schema ? (
        <Changes comparison={comparison} older={base.schema} newer={schema} version={base.version} />
      ) : (
        <EmptyState compact title="The changes cannot be worked out now">
          The text cannot be read or materialized. “Findings” says why.
        </EmptyState>
      )}
      {draft.baseText !== null && (
        <div className="border-t p-2">
          <DiffView
            title="current.yaml"
            before={draft.baseText}
            after={assessed.text}
            beforeLabel={base.version}
            afterLabel="draft"
          />
        </div>
      )}
    </div>
  );
}

interface ChangesProps {
  comparison: Comparison;
  older: JsonObject;
  newer: JsonObject;
  version: string;
}

function Changes({ comparison, older, newer, version }: ChangesProps) {
  const { changes, strict, upstream } = comparison;
  if (changes.length === 0) {
    return (
      <EmptyState compact title="Nothing changed yet">
        The draft means the same as version {version}.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="flex flex-wrap gap-1.5 border-b px-3 py-2">
        <Badge tone={strict.compatible ? 'compatible' : 'breaking'}>
          {strict.compatible ? `Compatible with ${version}` : `Breaks ${version}`}
        </Badge>
        {upstream.compatible !== strict.compatible && (
          <Badge tone="neutral" look="outline" title="The verdict of jsonschema-tools’ own test">
            jsonschema-tools: {upstream.compatible ? 'compatible' : 'not compatible'}
          </Badge>
        )}
      </p>
      <ul className="divide-y">
        {changes.map((change, index) => (
          <Line
            key={`${change.kind} ${change.pointer} ${change.keyword} ${index}`}
            change={change}
            older={older}
            newer={newer}
          />
        ))}
      </ul>
    </>
  );
}

function Line({ change, older, newer }: { change: Change; older: JsonObject; newer: JsonObject }) {
  return (
    <li className="min-w-0 px-3 py-2.5">
      <p className="mb-1 flex flex-wrap gap-1">
        {change.classifications.map((one) => (
          <Badge key={one} tone={changeLooks[one].tone}>
            {changeLooks[one].label}
          </Badge>
        ))}
      </p>
      <p className="break-words">{describeChange(change)}</p>
      {isBreaking(change) && (
        // Another change of the same field is another question: the answer to the old one goes with its key.
        <Proof key={JSON.stringify([change.before, change.after])} {...{ change, older, newer }} />
      )}
    </li>
  );
}

function Proof({ change, older, newer }: { change: Change; older: JsonObject; newer: JsonObject }) {
  const [proof, setProof] = useState<CounterExampleSearch | 'unasked'>('unasked');
  if (proof === 'unasked') {
    return (
      <Button size="sm" className="mt-1.5" onClick={() => setProof(findCounterExample(older, newer, change))}>
        Show an event that breaks
      </Button>
    );
  }
  const { found, reason } = proof;
  if (found === null) return <p className="mt-1 text-muted text-xs">{describeNoCounterExample(reason)}</p>;
  const because = found.refusal === 'every-event' ? ', as it refuses every event: no intake can use it' : '';
  return (
    <div className="mt-1.5">
      <p className="mb-1 text-muted text-xs">
        {found.acceptedBy === 'older'
          ? 'The version it builds on accepts this event, the draft refuses it'
          : 'The draft accepts this event, the version it builds on refuses it'}
        {because}.
      </p>
      <CodeBlock code={JSON.stringify(found.event, null, 2)} language="json" maxHeight="16rem" />
    </div>
  );
}
