'use client';

import { ExternalLink, Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Input } from '@/components/ui/input';
import { errorText, useAction } from '@/components/review/use-action';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { PermissionView } from '@/lib/contracts/proposal-person';
import { isReviewLink } from '@/lib/domain/review/voice-conditions';

interface LegalReviewFormProps {
  proposalId: string;
  url: string | null;
  /** Tier 1 needs the link. */
  needed: boolean;
  permission: PermissionView;
  save: (input: unknown) => Promise<ActionResult<void>>;
}

/** The link to the legal or security review: what stands, and a way to set it. */
export function LegalReviewForm({ proposalId, url, needed, permission, save }: LegalReviewFormProps) {
  const [editing, setEditing] = useState(false);
  if (editing) {
    return <LinkForm proposalId={proposalId} url={url} save={save} close={() => setEditing(false)} />;
  }
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span className="min-w-0 flex-1">
        {url !== null && isReviewLink(url) ? (
          <a
            href={url}
            rel="noopener noreferrer nofollow"
            className="inline-flex max-w-full items-center gap-1 text-accent underline decoration-accent-line underline-offset-2"
          >
            <span className="truncate">{url}</span>
            <ExternalLink aria-hidden className="size-3 shrink-0" />
          </a>
        ) : (
          <span className={needed ? 'text-danger' : 'text-muted'}>
            {needed ? 'No link yet; tier 1 needs one.' : 'No link; none is needed.'}
          </span>
        )}
      </span>
      {permission.allowed && (
        <Button size="sm" variant="ghost" icon={<Pencil />} onClick={() => setEditing(true)}>
          {url === null ? 'Add' : 'Change'}
          <span className="sr-only"> the link to the legal or security review</span>
        </Button>
      )}
    </div>
  );
}

interface LinkFormProps extends Pick<LegalReviewFormProps, 'proposalId' | 'url' | 'save'> {
  close: () => void;
}

function LinkForm({ proposalId, url, save, close }: LinkFormProps) {
  const [text, setText] = useState(url ?? '');
  const { pending, error, run } = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = text.trim();
    run(() => save({ proposalId, url: value === '' ? null : value }), close);
  };
  return (
    <form onSubmit={submit} noValidate className="flex min-w-0 flex-col gap-2">
      <Field label="Link" hideLabel error={error?.fields['url']} hint="Leave it empty to remove the link.">
        <Input
          type="url"
          value={text}
          placeholder="https://"
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {error && !error.fields['url'] && <FormError>{errorText(error)}</FormError>}
      <div className="flex gap-1.5">
        <Button size="sm" type="submit" variant="primary" loading={pending}>
          Save the link
        </Button>
        <Button size="sm" variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
