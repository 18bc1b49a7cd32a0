import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { baseUrl, signInAs } from './walk';

/** What the demonstration has to look at; proposals 1 to 5 are one in each state. */
const everybody = [
  '/inbox',
  '/proposals',
  '/proposals/new',
  '/proposals/1',
  '/proposals/3',
  '/proposals/4',
  '/proposals/4/question',
  '/proposals/4/draft',
  '/proposals/4/review',
  '/proposals/4/privacy',
  '/catalogue',
  '/catalogue?q=edit_c',
  '/catalogue/analytics/edit/attempt',
  '/catalogue/analytics/edit/attempt?tab=versions',
  '/catalogue/no/such/schema',
];
const admins = ['/admin/repositories', '/admin/people', '/admin/audit'];

const looks = [
  { name: 'Ana Analyst', width: 1440, dark: false, paths: everybody },
  { name: 'Edda Engineer', width: 390, dark: true, paths: everybody },
  { name: 'Adam Admin', width: 1440, dark: true, paths: admins },
  { name: 'Adam Admin', width: 390, dark: false, paths: admins },
  { name: 'Vera Viewer', width: 1440, dark: false, paths: ['/inbox', '/proposals/4/draft', ...admins] },
];

for (const { name, width, dark, paths } of looks) {
  test(`every screen is in order for ${name}, ${width} px, ${dark ? 'dark' : 'light'}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const page = await signInAs(browser, name, { width, dark });
    const faults = watch(page);
    for (const path of paths) {
      await page.goto(baseUrl() + path);
      await expect(page.getByRole('heading').first()).toBeVisible();
      if (path.endsWith('/draft'))
        await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
      expect(await sidewaysOf(page), `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    expect(faults).toEqual([]);
  });
}

for (const { tab, label } of [
  { tab: 'Review', label: 'Loading the review' },
  { tab: 'Privacy', label: 'Loading the privacy review' },
]) {
  test(`what stands in the place of the tab ${tab} fits into a narrow window`, async ({ browser }) => {
    const page = await signInAs(browser, 'Edda Engineer', { width: 390 });
    // What was fetched ahead is shown for as long as the rest stays unanswered.
    await page.route(
      (url) => url.searchParams.has('_rsc'),
      (route) => (route.request().headers()['next-router-prefetch'] ? route.continue() : undefined),
    );
    await page.goto(`${baseUrl()}/proposals/4`, { waitUntil: 'networkidle' });
    await page.locator(`a[href="/proposals/4/${tab.toLowerCase()}"]`).first().click();
    await expect(page.getByRole('status', { name: label })).toBeVisible();
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
}

/** How many pixels the page is wider than the window. */
function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Errors of the page and requests that leave the site. A page that does not exist answers 404, as it should. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== baseUrl()) faults.push(`asks ${url.href}`);
  });
  return faults;
}
