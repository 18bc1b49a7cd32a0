import { expect, test } from '@playwright/test';
import { beginProposal, signInAs } from './walk';

test('a change that breaks is shown with an event that only one version accepts', async ({ browser }) => {
  const page = await signInAs(browser, 'Edda Engineer');
  await beginProposal(page, 'analytics/search/result_shown', 'Count results as text');
  await page.locator('.monaco-editor .view-line', { hasText: 'type: integer' }).first().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type('type: string');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: /^Changes/ }).click();
  await page.getByRole('button', { name: /event/ }).first().click();
  await expect(
    page.getByText('The version it builds on accepts this event, the draft refuses it.'),
  ).toBeVisible();
  await page.context().close();
});
