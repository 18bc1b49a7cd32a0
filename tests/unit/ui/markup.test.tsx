import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AvatarStack } from '@/components/ui/avatar-stack';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Markdown } from '@/components/ui/markdown';
import { ProgressBar } from '@/components/ui/progress-bar';
import { TableHeaderCell } from '@/components/ui/table';
import { Time } from '@/components/ui/time';

const html = (node: ReactNode) => renderToStaticMarkup(node);

function attribute(markup: string, tag: string, name: string): string | undefined {
  const element = new RegExp(`<${tag}\\b[^>]*>`).exec(markup)?.[0] ?? '';
  return new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1];
}

describe('Markdown', () => {
  it.each([
    ['<script>alert(1)</script>', /<script/i],
    ['<img src=x onerror=alert(1)>', /<img|onerror=/i],
    ['![tracker](https://example.org/pixel.png)', /<img|pixel\.png/i],
    ['[click](javascript:alert(1))', /javascript:/i],
    ['[click](data:text/html;base64,PHNjcmlwdD4=)', /href="data:/i],
    ['[click](vbscript:x)', /vbscript:/i],
    ['<iframe src="https://example.org"></iframe>', /<iframe/i],
    ['<a href="https://example.org" style="position:fixed">x</a>', /style=/i],
    ['<form action="/sign-out"><button>x</button></form>', /<form|<button/i],
  ])('lets nothing hostile through: %s', (source, forbidden) => {
    expect(html(<Markdown source={source} />)).not.toMatch(forbidden);
  });

  it('keeps links to the web, and vouches for none of them', () => {
    const markup = html(<Markdown source="[guide](https://example.org/a?b=c)" />);
    expect(attribute(markup, 'a', 'href')).toBe('https://example.org/a?b=c');
    expect(attribute(markup, 'a', 'rel')).toBe('noopener nofollow');
  });

  it('names an image instead of loading it', () => {
    expect(html(<Markdown source="![a chart](https://example.org/c.png)" />)).toContain('[image: a chart]');
  });

  it('begins its headings below those of the page', () => {
    expect(html(<Markdown source={'# One\n\n## Two'} />)).not.toMatch(/<h[123]\b/);
  });
});

describe('Field', () => {
  it('ties label, hint and error to its control', () => {
    const markup = html(
      <Field label="Title" hint="A path" error="Taken" required>
        <Input name="title" />
      </Field>,
    );
    const id = attribute(markup, 'input', 'id');
    expect(attribute(markup, 'label', 'for')).toBe(id);
    expect(attribute(markup, 'input', 'aria-invalid')).toBe('true');
    expect(markup).toMatch(/<input[^>]* required/);
    for (const described of attribute(markup, 'input', 'aria-describedby')?.split(' ') ?? ['missing']) {
      expect(markup).toContain(`<p id="${described}"`);
    }
    expect(attribute(markup, 'input', 'aria-describedby')?.split(' ')).toHaveLength(2);
  });

  it('says nothing of errors where there are none', () => {
    const markup = html(
      <Field label="Title">
        <Input />
      </Field>,
    );
    expect(markup).not.toMatch(/aria-invalid|aria-describedby|role="alert"/);
  });
});

describe('Button', () => {
  it('submits nothing unless it is told to', () => {
    expect(attribute(html(<Button>Save</Button>), 'button', 'type')).toBe('button');
    expect(attribute(html(<Button type="submit">Save</Button>), 'button', 'type')).toBe('submit');
  });

  it('can be reached but not used while it is loading', () => {
    const markup = html(
      <Button type="submit" loading>
        Save
      </Button>,
    );
    expect(attribute(markup, 'button', 'type')).toBe('button');
    expect(attribute(markup, 'button', 'aria-disabled')).toBe('true');
    expect(attribute(markup, 'button', 'aria-busy')).toBe('true');
    expect(markup).not.toMatch(/ disabled=""/);
  });
});

describe('Time', () => {
  it('carries the exact moment for machines and on hover', () => {
    const markup = html(<Time value="2026-11-24T03:10:00Z" now="2026-11-24T05:00:00Z" />);
    expect(markup).toBe(
      '<time dateTime="2026-11-24T03:10:00.000Z" title="24 Nov 2026, 03:10 UTC">1 hour ago</time>',
    );
  });

  it('does not fail on a value that is no date', () => {
    expect(html(<Time value="tomorrow" />)).toBe('<span>unknown</span>');
  });
});

describe('the smaller parts', () => {
  it('marks the link tab one is on, and no other', () => {
    const markup = html(
      <LinkTabs
        label="Views"
        current="/b"
        items={[
          { href: '/a', label: 'A' },
          { href: '/b', label: 'B' },
        ]}
      />,
    );
    expect(markup.match(/aria-current="page"/g)).toHaveLength(1);
    expect(markup).toMatch(/aria-current="page"[^>]*href="\/b"|href="\/b"[^>]*aria-current="page"/);
  });

  it('announces how a column is sorted', () => {
    const markup = html(
      <TableHeaderCell sort="descending" sortHref="?sort=name">
        Name
      </TableHeaderCell>,
    );
    expect(attribute(markup, 'th', 'aria-sort')).toBe('descending');
    expect(attribute(html(<TableHeaderCell>Name</TableHeaderCell>), 'th', 'aria-sort')).toBeUndefined();
  });

  it('keeps progress within its bounds and gives no number where none is known', () => {
    expect(html(<ProgressBar label="Import" value={300} max={278} />)).toContain('width:100%');
    expect(html(<ProgressBar label="Import" value={1} max={0} />)).toContain('width:0%');
    expect(html(<ProgressBar label="Import" />)).not.toContain('aria-valuenow');
  });

  it('reads out everybody in a stack, also those who are not drawn', () => {
    const names = ['Ada L', 'Bo M', 'Cy N'];
    const markup = html(<AvatarStack names={names} max={1} />);
    expect(attribute(markup, 'span', 'aria-label')).toBe('Ada L, Bo M, Cy N');
    expect(markup).toContain('+2');
    expect(html(<AvatarStack names={[]} />)).toBe('');
  });

  it('interrupts for danger only, and only when it appears', () => {
    expect(html(<Callout tone="danger">x</Callout>)).not.toContain('role=');
    expect(html(<Callout tone="danger" live />)).toContain('role="alert"');
    expect(html(<Callout tone="success" live />)).toContain('role="status"');
  });
});
