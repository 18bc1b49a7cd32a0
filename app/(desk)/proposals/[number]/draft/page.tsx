import type { Metadata } from 'next';
import { DraftPage } from '@/components/proposal/draft/draft-page';
import { loadLookupAction, saveDraftAction, submitRevisionAction, updateBaseAction } from '../actions';
import { loadProposalPage } from '../load-page';

interface Props {
  params: Promise<{ number: string }>;
}

export const metadata: Metadata = { title: 'Draft' };

export default async function Page({ params }: Props) {
  const page = await loadProposalPage(params);
  return (
    <DraftPage
      // Another base or other exceptions are another draft to assess; the text itself outlives them in the saver.
      key={`${page.id} ${page.baseVersion}`}
      page={page}
      actions={{
        saveDraft: saveDraftAction,
        loadLookup: loadLookupAction,
        submitRevision: submitRevisionAction,
        updateBase: updateBaseAction,
      }}
    />
  );
}
