'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonSize } from './button';
import { IconButton } from './icon-button';

export interface CopyButtonProps {
  value: string;
  /** What it copies: “Copy hash”. */
  label?: string;
  /** Shows the label beside the icon. */
  labelled?: boolean;
  size?: ButtonSize;
  className?: string;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Puts a text on the clipboard, and says whether that worked. */
export function CopyButton({ value, label = 'Copy', labelled, size = 'sm', className }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1600);
    return () => clearTimeout(timer);
  }, [state]);
  const onClick = async () => setState((await copy(value)) ? 'copied' : 'failed');
  const icon = state === 'copied' ? <Check className="text-success" /> : <Copy />;
  const shown = state === 'copied' ? 'Copied' : state === 'failed' ? 'Could not copy' : label;
  return (
    <>
      {labelled ? (
        <Button size={size} icon={icon} onClick={onClick} className={className}>
          {shown}
        </Button>
      ) : (
        <IconButton size={size} label={shown} icon={icon} onClick={onClick} className={className} />
      )}
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : shown}
      </span>
    </>
  );
}
