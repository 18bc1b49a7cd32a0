import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '@/components/ui/table';
import type { CatalogueField } from '@/lib/contracts/catalogue';

/** The fields of a materialized schema: what each holds, where it comes from, what becomes of it. */
export function FieldTable({ fields }: { fields: CatalogueField[] }) {
  if (fields.length === 0)
    return <EmptyState title="No fields">This schema says nothing about its content.</EmptyState>;
  return (
    <>
      <FieldCards fields={fields} />
      <div className="hidden sm:block">
        <FieldRows fields={fields} />
      </div>
    </>
  );
}

/** The same on a narrow screen: one field below the other, nothing to scroll sideways. */
function FieldCards({ fields }: { fields: CatalogueField[] }) {
  return (
    <ul className="divide-y rounded-lg border bg-surface-raised sm:hidden">
      {fields.map((field) => (
        <li key={field.pointer} className="flex flex-col gap-1 px-3 py-2.5">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="break-all font-medium font-mono text-xs">{field.path}</span>
            <span className="font-mono text-muted text-xs">{typeText(field)}</span>
            {field.required && <span className="text-2xs text-muted">required</span>}
            <span className="ms-auto">
              <Retention field={field} />
            </span>
          </span>
          <span className="whitespace-pre-line">{field.description ?? <Missing />}</span>
          <Limits field={field} />
          {field.origin.kind === 'fragment' && <FragmentLink uri={field.origin.uri} />}
        </li>
      ))}
    </ul>
  );
}

function FragmentLink({ uri }: { uri: string }) {
  return (
    <Link className="break-all font-mono text-xs" href={fragmentHref(uri)}>
      {uri.replace(/^\//, '')}
    </Link>
  );
}

function FieldRows({ fields }: { fields: CatalogueField[] }) {
  return (
    <Table label="Fields">
      <TableHead>
        <TableRow>
          <TableHeaderCell>Field</TableHeaderCell>
          <TableHeaderCell>Type</TableHeaderCell>
          <TableHeaderCell>Description</TableHeaderCell>
          <TableHeaderCell>From</TableHeaderCell>
          <TableHeaderCell>After 90 days</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {fields.map((field) => (
          <FieldRow key={field.pointer} field={field} />
        ))}
      </TableBody>
    </Table>
  );
}

function FieldRow({ field }: { field: CatalogueField }) {
  const parent = field.path.slice(0, field.path.length - field.name.length);
  return (
    <TableRow id={field.path} className="target:bg-accent-soft">
      <TableCell rowHeader mono>
        <span className="break-words" style={{ paddingInlineStart: `${field.depth * 0.75}rem` }}>
          <span className="text-muted">{parent}</span>
          {field.name}
        </span>
      </TableCell>
      <TableCell nowrap>
        <span className="font-mono text-xs">{typeText(field)}</span>
        {field.required && <span className="block text-2xs text-muted">required</span>}
      </TableCell>
      <TableCell>
        <span className="block min-w-48 max-w-2xl whitespace-pre-line">
          {field.description ?? <Missing />}
        </span>
        <Limits field={field} />
      </TableCell>
      <TableCell>
        {field.origin.kind === 'fragment' ? (
          <FragmentLink uri={field.origin.uri} />
        ) : (
          <span className="text-muted text-xs">this schema</span>
        )}
      </TableCell>
      <TableCell>
        <Retention field={field} />
      </TableCell>
    </TableRow>
  );
}

function Missing() {
  return <span className="text-muted italic">No description</span>;
}

function typeText({ type, valueType, format }: CatalogueField): string {
  if (type === 'array') return `array of ${valueType ?? 'any'}`;
  if (type === 'map') return `map of ${valueType ?? 'any'}`;
  return format ? `${type} (${format})` : type;
}

function Limits({ field }: { field: CatalogueField }) {
  const parts = [
    field.enum && `one of ${field.enum.map((value) => JSON.stringify(value)).join(', ')}`,
    range(field.minimum, field.maximum, ''),
    range(field.minLength, field.maxLength, ' characters'),
    field.pattern && `matches ${field.pattern}`,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <span className="mt-0.5 block max-w-2xl break-words text-muted text-xs">{parts.join(' · ')}</span>;
}

const limit = Number.MAX_SAFE_INTEGER;

/** The bounds that every number has anyway say nothing and are left out. */
function range(least: number | null, most: number | null, unit: string): string | null {
  const low = least !== null && least > -limit && !(unit !== '' && least === 0) ? least : null;
  const high = most !== null && most < limit ? most : null;
  if (low === null && high === null) return null;
  if (low === high) return `${low}${unit}`;
  if (low !== null && high !== null) return `${low} to ${high}${unit}`;
  return low === null ? `at most ${high}${unit}` : `at least ${low}${unit}`;
}

function fragmentHref(uri: string): string {
  const match = /^\/?(.*)\/(\d+\.\d+\.\d+)$/.exec(uri);
  return match ? `/catalogue/${match[1]}?version=${match[2]}` : `/catalogue/${uri.replace(/^\//, '')}`;
}

const retentionLabels = { purge: 'Purged', keep: 'Kept', hash: 'Hashed' };

function Retention({ field }: { field: CatalogueField }) {
  if (!field.leaf) return null;
  const action = field.retention?.action ?? 'purge';
  const title = field.retention
    ? `${field.retention.reason || 'No reason given'} — ${field.retention.decidedBy}`
    : 'Nobody decided to keep it';
  return (
    <span title={title}>
      <Badge tone={action}>{retentionLabels[action]}</Badge>
    </span>
  );
}
