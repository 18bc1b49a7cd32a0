import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl p-8">
      <EmptyState
        isPage
        title="There is nothing here"
        action={<LinkButton href="/inbox">Go to the inbox</LinkButton>}
      >
        The address may be mistyped.
      </EmptyState>
    </main>
  );
}
