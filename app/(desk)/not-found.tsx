import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function DeskNotFound() {
  return (
    <EmptyState
      isPage
      title="There is nothing here"
      action={<LinkButton href="/catalogue">Search the catalogue</LinkButton>}
    >
      The address may be mistyped, or what it named was never published.
    </EmptyState>
  );
}
