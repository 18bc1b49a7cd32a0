import { type Browser, expect, type Page } from '@playwright/test';

/** The demonstration that the browser tests share. */
export function baseUrl(): string {
  const url = process.env.ASSENT_E2E_URL;
  if (!url) throw new Error('global setup did not run');
  return url;
}

/** A browser of its own for one person of the demonstration, signed in. */
export async function signInAs(
  browser: Browser,
  name: string,
  options: { width?: number; dark?: boolean } = {},
): Promise<Page> {
  const { width = 1440, dark = false } = options;
  const viewport = { width, height: width < 500 ? 844 : 900 };
  const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  await page.goto(`${baseUrl()}/sign-in`);
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .or(page.getByRole('button', { name: new RegExp(name) }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/inbox$/);
  return page;
}

/** Begins a proposal for a schema and gives its number; the page shows its draft. */
export async function beginProposal(page: Page, title: string, summary: string): Promise<number> {
  await page.goto(`${baseUrl()}/proposals/new?title=${encodeURIComponent(title)}`);
  await page.getByLabel('Summary').fill(summary);
  const known = page.getByLabel('I know these, and begin another one');
  const begin = page.getByRole('button', { name: 'Begin the draft' });
  await begin.click();
  await expect(async () => {
    if (await known.isVisible()) {
      await known.check();
      await begin.click();
    }
    await expect(page).toHaveURL(/\/proposals\/\d+\/draft$/, { timeout: 2_000 });
  }).toPass();
  return Number(/\/proposals\/(\d+)\//.exec(page.url())?.[1]);
}

/** Adds a boolean field by the dialog and waits until the draft is saved. */
export async function addBooleanField(page: Page, name: string, description: string): Promise<void> {
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await page.getByRole('button', { name: 'Add a field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Type').selectOption('boolean');
  await dialog.getByLabel('Description').fill(description);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
}

/** Submits the draft as a revision. */
export async function submitRevision(page: Page, message: string): Promise<void> {
  await page.getByRole('button', { name: 'Submit revision' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Message').fill(message);
  await dialog.getByRole('button', { name: /^Submit revision/ }).click();
  await expect(dialog).toBeHidden();
}
