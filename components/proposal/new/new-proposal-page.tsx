'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Input } from '@/components/ui/input';
import { PageHeader } from '@/components/ui/page-header';
import { Select } from '@/components/ui/select';
import type { ActionError, ActionResult } from '@/lib/contracts/action-result';
import { schemaTitle } from '@/lib/contracts/proposal-inputs';
import type { ProposalStart } from '@/lib/contracts/proposal-page';
import { OpenProposals } from './open-proposals';
import { type FindTitles, TitleInput } from './title-input';
import { TitlePreview } from './title-preview';
import { useTitleCheck } from './use-title-check';

interface NewProposalActions {
  findTitles: FindTitles;
  checkTitle: (input: unknown) => Promise<ActionResult<ProposalStart>>;
  create: (input: unknown) => Promise<ActionResult<{ id: string; number: number }>>;
}

interface NewProposalPageProps {
  /** The title that the address asks for; empty where it asks for none. */
  title: string;
  start: ProposalStart;
  actions: NewProposalActions;
}

/** Begins a proposal: which schema, and in one line what changes. It leads on to the draft. */
export function NewProposalPage({ title: asked, start, actions }: NewProposalPageProps) {
  const router = useRouter();
  const [title, setTitle] = useState(asked);
  const [summary, setSummary] = useState('');
  const [repositoryId, setRepositoryId] = useState(start.repositories.find((one) => one.isDefault)?.id ?? '');
  const [confirmed, setConfirmed] = useState(false);
  const [error, setError] = useState<ActionError | null>(null);
  const [pending, setPending] = useState(false);
  const check = useTitleCheck({ title, asked, start, checkTitle: actions.checkTitle });
  const titleError = title.trim() === '' ? null : messageOf(title);
  const others = check.start?.openProposals ?? [];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const repository = check.start?.schema ? undefined : repositoryId || undefined;
    const result = await actions.create({ title, summary, confirmed, repositoryId: repository });
    if (result.ok) return router.push(`/proposals/${result.value.number}/draft`);
    setPending(false);
    setError(result.error);
    if (result.error.code === 'conflict') check.again();
  };
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="New proposal"
        breadcrumbs={[{ label: 'Proposals', href: '/proposals' }, { label: 'New' }]}
        description="Name the schema you want to change or add. The question, the draft and the review come next."
      />
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field
          label="Schema"
          error={titleError ?? error?.fields['title']}
          hint="An existing schema, or the path of a new one: lower-case parts, joined by slashes."
        >
          <TitleInput value={title} onChange={setTitle} findTitles={actions.findTitles} />
        </Field>
        {titleError === null && <TitlePreview title={title.trim()} check={check} />}
        {others.length > 0 && (
          <OpenProposals proposals={others}>
            <Checkbox
              label="I know these, and begin another one"
              checked={confirmed}
              onChange={(event) => setConfirmed(event.target.checked)}
            />
          </OpenProposals>
        )}
        {start.repositories.length > 1 && check.start?.schema === null && (
          <RepositoryField
            repositories={start.repositories}
            value={repositoryId}
            onChange={setRepositoryId}
            error={error?.fields['repositoryId']}
          />
        )}
        <Field
          label="Summary"
          error={error?.fields['summary']}
          hint="What changes, in one line: “Count how often the banner is closed”."
        >
          <Input
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
            size="lg"
            maxLength={200}
          />
        </Field>
        {error && Object.keys(error.fields).length === 0 && <FormError>{error.message}</FormError>}
        <div className="flex justify-end gap-2">
          <LinkButton href="/proposals" size="lg">
            Cancel
          </LinkButton>
          <Button type="submit" variant="primary" size="lg" loading={pending}>
            Begin the draft
          </Button>
        </div>
      </form>
    </div>
  );
}

interface RepositoryFieldProps {
  repositories: ProposalStart['repositories'];
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
}

function RepositoryField({ repositories, value, onChange, error }: RepositoryFieldProps) {
  return (
    <Field label="Schema repository" error={error} hint="Where the new schema goes.">
      <Select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={repositories.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Field>
  );
}

function messageOf(title: string): string | null {
  const parsed = schemaTitle.safeParse(title);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'This cannot be a title.');
}
