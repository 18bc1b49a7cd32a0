import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import type { Tone } from '@/components/ui/tone';
import type { HiveConsequence, HiveEffect } from '@/lib/domain/compatibility/hive';
import type { ReviewView } from './review-view';

type ConsequencesProps = Pick<
  ReviewView,
  'shown' | 'comparedWith' | 'suggestedVersion' | 'upstreamReasons' | 'hive'
>;

/** What follows from the changes: the version number they ask for, upstream's verdict, and what becomes of the table. */
export function ChangeConsequences(view: ConsequencesProps) {
  const { comparedWith, hive } = view;
  if (comparedWith === null) return null;
  return (
    <div className="mt-2 flex flex-col gap-1">
      {comparedWith.kind === 'base' && <VersionAdvice {...view} />}
      <UpstreamAdvice reasons={view.upstreamReasons} />
      {hive.length > 0 && (
        <Disclosure
          summary="What becomes of the table"
          aside={`${hive.length} ${hive.length === 1 ? 'column' : 'columns'}`}
          defaultOpen={hive.some(({ effect }) => effect === 'breaks')}
        >
          <ul className="flex flex-col gap-1">
            {hive.map((consequence) => (
              <HiveLine key={`${consequence.effect} ${consequence.column}`} consequence={consequence} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function VersionAdvice({ shown, suggestedVersion }: ConsequencesProps) {
  const { version, because } = suggestedVersion;
  const fits = version === shown.schemaVersion;
  return (
    <p className="max-w-prose text-muted">
      The change asks for version <strong className="font-semibold text-text">{version}</strong>
      {fits ? ', as this revision says.' : `; this revision says ${shown.schemaVersion}.`} {because}
    </p>
  );
}

function UpstreamAdvice({ reasons }: { reasons: string[] }) {
  if (reasons.length === 0) return null;
  return (
    <Disclosure
      summary="jsonschema-tools refuses the pair within one major version"
      aside={`${reasons.length}`}
    >
      <ul className="list-disc ps-4 text-muted">
        {reasons.slice(0, 20).map((reason, index) => (
          <li key={index} className="break-words">
            {reason}.
          </li>
        ))}
      </ul>
      {reasons.length > 20 && <p className="mt-1 text-muted">and {reasons.length - 20} more</p>}
    </Disclosure>
  );
}

const effects: Record<HiveEffect, { label: string; tone: Tone; text: string }> = {
  appears: { label: 'Appears', tone: 'compatible', text: 'It is null in what is stored already.' },
  widens: { label: 'Widens', tone: 'compatible', text: 'The column gets fields.' },
  'stays-empty': {
    label: 'Stays empty',
    tone: 'warning',
    text: 'The column stays, and new events leave it null.',
  },
  'stays-wider': { label: 'Stays', tone: 'neutral', text: 'What new events hold fits into it.' },
  breaks: { label: 'Breaks', tone: 'breaking', text: 'Stored data cannot be read as the new type.' },
  'no-column': { label: 'No column', tone: 'warning', text: 'Hive has no place for it.' },
};

function HiveLine({ consequence }: { consequence: HiveConsequence }) {
  const { effect, column, before, after } = consequence;
  const { label, tone, text } = effects[effect];
  const types = [before, after].filter((type, index, all) => type !== null && type !== all[index - 1]);
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
      <Badge tone={tone}>{label}</Badge>
      <code className="min-w-0 break-all text-xs">{column}</code>
      {effect !== 'widens' && types.length > 0 && (
        <code className="min-w-0 break-all text-2xs text-muted">{types.join(' → ')}</code>
      )}
      <span className="text-muted text-xs">{text}</span>
    </li>
  );
}
