import { expect, test } from '@playwright/test';
import { removeInstallation, startInstallation } from '../support/installation';
import { startOidcProvider } from '../support/oidc-provider';

test('an account made at the command line signs in with its password, and is out when disabled', async ({
  page,
}) => {
  const installation = await startInstallation({
    env: { DEMO: 'off', LOG_LEVEL: 'warn', ASSENT_PASSWORD: 'correct horse battery' },
  });
  try {
    await installation.assent(
      'user',
      'create',
      'ada@example.org',
      '--name',
      'Ada',
      '--admin',
      '--role',
      'engineer',
    );
    await installation.assent(
      'user',
      'create',
      'bob@example.org',
      '--name',
      'Bob',
      '--role',
      'analyst',
      '--admin',
    );
    await page.goto(`${installation.url}/proposals`);
    await expect(page).toHaveURL(/\/sign-in\?from=%2Fproposals/);
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('do not fit together')).toBeVisible();
    await expect(page.getByLabel('E-mail address')).toHaveValue('ada@example.org');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`${installation.url}/proposals`);
    await installation.assent('user', 'disable', 'ada@example.org');
    await page.reload();
    await expect(page).toHaveURL(/\/sign-in/);
    expect(await installation.assent('audit', 'verify')).toContain('The audit record is sound');
  } finally {
    await removeInstallation(installation);
  }
});

test('single sign-on lets people in with the roles of their groups', async ({ page, context }) => {
  const provider = await startOidcProvider();
  const installation = await startInstallation({
    env: {
      LOG_LEVEL: 'error',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'assent',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_NAME: 'Example login',
      OIDC_ROLE_MAP: 'data-team=analyst',
    },
  });
  try {
    provider.setPerson({ sub: '1', email: 'ona@example.org', name: 'Ona', groups: ['data-team'] });
    await page.goto(installation.url);
    await page.getByRole('button', { name: 'Continue with Example login' }).click();
    await expect(page).toHaveURL(/\/inbox/);
    await expect(
      page
        .getByRole('button', { name: 'Ona, Analyst' })
        .or(page.getByRole('button', { name: /Ona.*Analyst/ }))
        .first(),
    ).toBeVisible();
    await installation.assent('user', 'disable', 'ona@example.org');
    await context.clearCookies();
    await page.goto(installation.url);
    await page.getByRole('button', { name: 'Continue with Example login' }).click();
    await expect(page.getByText('You were not signed in')).toBeVisible();
  } finally {
    await removeInstallation(installation);
    await provider.close();
  }
});
