import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { addBooleanField, baseUrl, beginProposal, signInAs, submitRevision } from './walk';

const dataDir = () => process.env.ASSENT_E2E_DATA ?? '';
/** A schema of the corpus where it is there, one of the shipped examples elsewhere. */
const place = () =>
  existsSync(join(dataDir(), 'repositories/secondary.git'))
    ? {
        title: 'analytics/session_tick',
        remote: 'repositories/secondary.git',
        beside: 'repositories/primary.git',
      }
    : { title: 'analytics/banner/impression', remote: 'schemas.git', beside: null };

test('a change goes from a question to a commit that the repository’s own tests accept', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const { title, remote, beside } = place();
  const edda = await signInAs(browser, 'Edda Engineer');
  await edda.goto(`${baseUrl()}/catalogue/${title}`);
  await edda.getByRole('link', { name: 'Propose the next version' }).click();
  await expect(edda).toHaveURL(/proposals\/new/);
  const number = await beginProposal(edda, title, 'Tell whether the reader came back');
  await addBooleanField(edda, 'reader_returned', 'Whether the reader had been here earlier on the same day.');
  await expect(edda.getByText(/^Saved/)).toBeVisible();

  await edda.goto(`${baseUrl()}/proposals/${number}/question`);
  await edda.getByLabel('What question must the data answer?').fill('Do readers come back on the same day?');
  await edda.getByLabel('What decision depends on the answer?').fill('Whether to remind them.');
  await edda.getByRole('button', { name: 'Save the answers' }).click();
  await expect(edda.getByRole('button', { name: 'Save the answers' })).toBeDisabled();
  await edda.getByRole('button', { name: 'Add a metric' }).first().click();
  const metric = edda.getByRole('dialog');
  await metric.getByLabel('Name').fill('Share of readers who return');
  await metric.getByLabel('Definition').fill('Events with reader_returned, divided by all events, per day.');
  await metric.getByRole('checkbox', { name: /reader_returned/ }).check();
  await metric.getByRole('button', { name: 'Add the metric' }).click();
  await expect(metric).toBeHidden();
  await edda.goto(`${baseUrl()}/proposals/${number}/draft`);
  await expect(edda.locator('.monaco-editor .view-line').first()).toBeVisible();
  await submitRevision(edda, 'One field, one metric.');
  await edda.goto(`${baseUrl()}/proposals/${number}/review`);
  await expect(edda.getByText('You contributed text to this proposal').first()).toBeVisible();

  const ana = await signInAs(browser, 'Ana Analyst');
  await ana.goto(`${baseUrl()}/proposals/${number}/privacy`);
  await ana
    .getByRole('button', { name: /^Accept the proposal/ })
    .first()
    .click();
  await ana.getByRole('button', { name: /^Save (the decision|all)/ }).click();
  await expect(ana.getByRole('button', { name: /^Save (the decision|all)/ })).toBeHidden();
  await ana.getByRole('button', { name: 'Sign off revision 1' }).click();
  await expect(ana.getByText('1 of 1 given')).toBeVisible();

  for (const name of ['Emil Engineer', 'Amir Analyst']) {
    const page = await signInAs(browser, name);
    await page.goto(`${baseUrl()}/proposals/${number}/review`);
    await page.getByRole('radio', { name: 'Approve' }).check();
    await page.locator('form').getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(page.getByText(`${name}`).first()).toBeVisible();
    await expect(page.getByText(/approved/i).first()).toBeVisible();
    if (name !== 'Amir Analyst') continue;
    await expect(page.getByText('6 of 6 hold')).toBeVisible();
    await page.getByRole('button', { name: /^Approve version/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await page.goto(`${baseUrl()}/proposals/${number}`);
    await expect(page.getByText('Commit', { exact: true })).toBeVisible({ timeout: 60_000 });
  }
  await edda.goto(`${baseUrl()}/catalogue/${title}?tab=versions`);
  await expect(
    edda.getByRole('link', { name: `#${number} Tell whether the reader came back` }).first(),
  ).toBeVisible();

  const folder = mkdtempSync(join(tmpdir(), 'assent-clone-'));
  try {
    const work = clone(folder, remote, beside ? 'secondary' : 'schemas');
    if (beside) clone(folder, beside, 'primary');
    expect(execFileSync('git', ['-C', work, 'log', '-1', '--format=%B'], { encoding: 'utf8' })).toContain(
      'Privacy-sign-off-by: Ana Analyst',
    );
    expect(runRepositoryTests(folder, work)).toMatch(/\b\d{2,} passing/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function clone(folder: string, remote: string, name: string): string {
  const target = join(folder, name);
  execFileSync('git', ['clone', '--quiet', join(dataDir(), remote), target]);
  return target;
}

/** The tests that jsonschema-tools brings for every schema repository; throws with their output where one fails. */
function runRepositoryTests(folder: string, work: string): string {
  const file = join(folder, 'repository-tests.cjs');
  const tools = resolve('node_modules/@wikimedia/jsonschema-tools');
  writeFileSync(file, `require(${JSON.stringify(tools)}).tests.all({ logLevel: 'warn' });\n`);
  const mocha = resolve('node_modules/mocha/bin/mocha.js');
  return execFileSync(process.execPath, [mocha, '--reporter', 'dot', file], { cwd: work, encoding: 'utf8' });
}
