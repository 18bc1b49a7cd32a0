'use client';

import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { toneClass } from '@/components/ui/tone';
import { fieldAnchor } from '@/components/review/review-links';
import type { PrivacyReview } from '@/lib/contracts/privacy';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import type { RiskTier } from '@/lib/domain/review/snapshot';
import { type DecisionEdits, tierAfter } from './decision-edits';
import { tierLabels, tierRequirements } from './labels';
import { RaiseTierDialog, type TierAction } from './raise-tier-dialog';

interface RiskBannerProps {
  proposalId: string;
  privacy: PrivacyReview;
  edits: DecisionEdits;
  raise: TierAction;
}

interface Cause {
  text: string;
  tier: RiskTier;
  fields: { pointer: string; path: string }[];
}

const tierTones = { 1: 'danger', 2: 'warning', 3: 'success' } as const;

/** The risk tier as it would be with the unsaved decisions, what causes it, and what it asks for. */
export function RiskBanner({ proposalId, privacy, edits, raise }: RiskBannerProps) {
  const [raising, setRaising] = useState(false);
  const isLive = Object.keys(edits).length > 0;
  const live = isLive ? tierAfter(privacy.fields, edits, privacy.raisedTier) : null;
  const tier = live?.tier ?? privacy.tier;
  const derived = live?.derived ?? privacy.derivedTier;
  const causes = live ? toCauses(live.causes, privacy) : savedCauses(privacy);
  const Icon = tier === 3 ? ShieldCheck : ShieldAlert;
  return (
    <section
      aria-label="Risk tier"
      className={classNames(
        toneClass(tierTones[tier]),
        'mb-5 flex min-w-0 flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border border-tone-line bg-tone-soft px-3 py-2.5',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-tone" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1" aria-live="polite">
          <strong className="font-semibold text-tone">{tierLabels[tier]}</strong>
          <span>{tierRequirements[tier]}</span>
          {live && live.tier !== privacy.tier && <Badge tone="accent">Once your decisions are saved</Badge>}
        </p>
        <Causes causes={causes} />
        {privacy.raisedTier !== null && privacy.raisedTier < derived && (
          <p className="mt-1 text-muted">
            A reviewer raised it to tier {privacy.raisedTier}; the fields alone give tier {derived}.
          </p>
        )}
      </div>
      {privacy.permissions.decide.allowed && (derived > 1 || privacy.raisedTier !== null) && (
        <Button size="sm" onClick={() => setRaising(true)}>
          {privacy.raisedTier === null ? 'Raise the tier…' : 'Change the raise…'}
        </Button>
      )}
      {raising && (
        <RaiseTierDialog
          proposalId={proposalId}
          derived={derived}
          raised={privacy.raisedTier}
          raise={raise}
          close={() => setRaising(false)}
        />
      )}
    </section>
  );
}

function Causes({ causes }: { causes: Cause[] }) {
  if (causes.length === 0) {
    return <p className="mt-0.5 text-muted">No combination of fields raises it.</p>;
  }
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {causes.map(({ text, tier, fields }) => (
        <li key={text} className="min-w-0 break-words">
          <span className="text-muted">Tier {tier}: </span>
          {sentenceBeforeFields(text, fields)}{' '}
          <span className="inline-flex flex-wrap gap-x-2">
            {fields.map(({ pointer, path }) => (
              <a
                key={pointer}
                href={`#${encodeURI(fieldAnchor(pointer))}`}
                className="break-all font-mono text-2xs text-tone underline decoration-tone-line underline-offset-2 hover:decoration-current"
              >
                {path}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The sentence ends with the names of the fields; where links name them all, it need not. */
function sentenceBeforeFields(text: string, fields: Cause['fields']): string {
  const at = text.lastIndexOf(': ');
  const named = text.slice(at + 2).split(', ').length;
  return at > 0 && fields.length > 0 && fields.length === named ? text.slice(0, at + 1) : text;
}

function savedCauses({ causes, fields }: PrivacyReview): Cause[] {
  return causes.map(({ text, tier, pointers }) => ({
    text,
    tier,
    fields: fields.filter((field) => pointers.includes(field.pointer)),
  }));
}

function toCauses(causes: ReturnType<typeof tierAfter>['causes'], { fields }: PrivacyReview): Cause[] {
  return causes.map(({ rule, tier, fields: paths }) => ({
    tier,
    text: describeFinding({ rule, severity: 'warning', path: '', params: { fields: paths, tier } }),
    fields: fields.filter((field) => paths.includes(field.path)),
  }));
}
