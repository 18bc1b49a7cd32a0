'use client';

import { Save } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { Kbd } from '@/components/ui/kbd';

interface SaveBarProps {
  unsaved: number;
  conflicts: number;
  pending: boolean;
  error: string | null;
  save: () => void;
  discard: () => void;
}

/** In reach while the list scrolls: how much is not saved, and all of it saved at once. Draws nothing when all is. */
export function SaveBar({ unsaved, conflicts, pending, error, save, discard }: SaveBarProps) {
  if (unsaved === 0) return null;
  return (
    <div className="sticky bottom-3 z-20 mt-3 flex flex-col gap-1.5 rounded-lg border border-accent-line bg-surface-raised px-3 py-2 shadow-overlay">
      <FormError>{error}</FormError>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span role="status" className="font-medium">
          {unsaved} {unsaved === 1 ? 'decision' : 'decisions'} not saved
          {conflicts > 0 && (
            <span className="font-normal text-warning">
              {' '}
              · settle {conflicts} {conflicts === 1 ? 'conflict' : 'conflicts'} first
            </span>
          )}
        </span>
        <span className="ms-auto flex items-center gap-2">
          <span className="text-faint text-xs max-md:hidden">
            <Kbd keys={['Ctrl', 'Enter']} />
          </span>
          <Button variant="ghost" onClick={discard} disabled={pending}>
            Discard
          </Button>
          <Button variant="primary" icon={<Save />} loading={pending} disabled={conflicts > 0} onClick={save}>
            Save {unsaved === 1 ? 'the decision' : `all ${unsaved}`}
          </Button>
        </span>
      </div>
    </div>
  );
}
