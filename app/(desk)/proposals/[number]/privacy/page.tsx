import type { Metadata } from 'next';
import { PrivacyPage } from '@/components/privacy/privacy-page';
import type { EarlierDecisions } from '@/components/privacy/retention-changes';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { systemClock } from '@/lib/platform/clock';
import { findSchemaRow } from '@/lib/services/schema/find-schema-row';
import { loadRetention } from '@/lib/services/schema/load-retention';
import { loadProposalPage } from '../load-page';
import { decideFieldsAction, giveSignOffAction, raiseTierAction, setLegalReviewUrlAction } from './actions';

export const metadata: Metadata = { title: 'Privacy' };

interface Props {
  params: Promise<{ number: string }>;
}

export default async function Page({ params }: Props) {
  const page = await loadProposalPage(params);
  return (
    <PrivacyPage
      // A proposal's unsaved decisions never show on another one.
      key={page.id}
      proposalId={page.id}
      privacy={page.privacy}
      earlier={await loadEarlier(page)}
      now={systemClock().toISOString()}
      actions={{
        decide: decideFieldsAction,
        raiseTier: raiseTierAction,
        setLegalReview: setLegalReviewUrlAction,
        signOff: giveSignOffAction,
      }}
    />
  );
}

/** What earlier versions decided. Empty for a new schema, and once this proposal's own decisions are among them. */
async function loadEarlier({
  title,
  repository,
  isNewSchema,
  state,
}: ProposalPage): Promise<EarlierDecisions> {
  if (isNewSchema || (state !== 'drafting' && state !== 'in-review')) return {};
  const schema = await findSchemaRow(title, repository.name);
  return schema ? Object.fromEntries(await loadRetention(schema.id)) : {};
}
