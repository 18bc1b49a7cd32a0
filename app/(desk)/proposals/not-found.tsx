import { FileQuestion } from 'lucide-react';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function ProposalNotFound() {
  return (
    <EmptyState
      isPage
      icon={<FileQuestion />}
      title="There is no such proposal"
      action={<LinkButton href="/proposals">All proposals</LinkButton>}
    >
      No proposal has this number. It may have been mistyped.
    </EmptyState>
  );
}
