import { describe, expect, it } from 'vitest';
import { deskNavigation, isCurrent } from '@/components/shell/navigation';
import { parseTheme, THEME_KEY, THEME_SCRIPT } from '@/components/shell/theme';

describe('deskNavigation', () => {
  const labels = (isAdmin: boolean) =>
    deskNavigation({ isAdmin, inboxCount: 2 }).flatMap((group) => group.items.map((item) => item.label));

  it('shows what admins look after to admins only', () => {
    expect(labels(false)).toEqual(['Inbox', 'Proposals', 'Catalogue']);
    expect(labels(true)).toEqual(['Inbox', 'Proposals', 'Catalogue', 'Repositories', 'People', 'Audit']);
  });

  it('counts what waits in the inbox', () => {
    expect(deskNavigation({ isAdmin: false, inboxCount: 2 })[0]?.items[0]?.count).toBe(2);
  });
});

describe('isCurrent', () => {
  it.each([
    ['/proposals', '/proposals', true],
    ['/proposals', '/proposals/42', true],
    ['/proposals', '/proposals-archive', false],
    ['/proposals', '/inbox', false],
  ])('%s at %s is %s', (href, pathname, expected) => {
    expect(isCurrent(href, pathname)).toBe(expected);
  });
});

describe('theme', () => {
  it('takes anything unknown for the theme of the device', () => {
    expect(['light', 'dark', 'system', '"><script>', null].map((stored) => parseTheme(stored))).toEqual([
      'light',
      'dark',
      'system',
      'system',
      'system',
    ]);
  });

  function run(stored: string | null): string | undefined {
    const dataset: { theme?: string } = {};
    const storage = { getItem: (key: string) => (key === THEME_KEY ? stored : null) };
    new Function('localStorage', 'document', THEME_SCRIPT)(storage, { documentElement: { dataset } });
    return dataset.theme;
  }

  it('sets the chosen theme before the first paint, and nothing else', () => {
    expect([run('dark'), run('light'), run('system'), run('x" onload="'), run(null)]).toEqual([
      'dark',
      'light',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('leaves the page alone where storage is forbidden', () => {
    const forbidden = {
      getItem: () => {
        throw new Error('denied');
      },
    };
    const page = { documentElement: { dataset: {} } };
    new Function('localStorage', 'document', THEME_SCRIPT)(forbidden, page);
    expect(page).toEqual({ documentElement: { dataset: {} } });
  });
});
