'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { Toaster } from '@/components/ui/toast';

/** What every page shares in the browser: the nonce for styles, tooltips that take turns, toasts. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <CSPProvider nonce={nonce}>
      <Tooltip.Provider delay={450}>{children}</Tooltip.Provider>
      <Toaster />
    </CSPProvider>
  );
}
