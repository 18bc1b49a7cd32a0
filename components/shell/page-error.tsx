'use client';

import { Button, LinkButton } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

/** A page that could not be shown, with a second try and a way on. */
export function PageError({ digest, reset }: { digest?: string; reset: () => void }) {
  return (
    <ErrorState
      title="This page could not be shown"
      requestId={digest}
      action={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <LinkButton href="/inbox">Go to the inbox</LinkButton>
        </>
      }
    >
      Something went wrong on our side. Nothing that was saved is lost.
    </ErrorState>
  );
}
