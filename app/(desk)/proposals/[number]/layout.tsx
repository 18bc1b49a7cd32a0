import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ProposalHeader } from '@/components/proposal/proposal-header';
import { withdrawProposalAction } from './actions';
import { loadProposalPage } from './load-page';

interface Props {
  params: Promise<{ number: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, summary } = await loadProposalPage(params);
  return { title: { default: `#${number} ${summary}`, template: `%s · #${number} ${summary}` } };
}

export default async function ProposalLayout({ params, children }: Props) {
  const page = await loadProposalPage(params);
  return (
    <>
      <ProposalHeader page={page} withdraw={withdrawProposalAction} />
      {children}
    </>
  );
}
