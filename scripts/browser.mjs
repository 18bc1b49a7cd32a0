// Finds a browser for the tests that drive one: an installed Chromium or Chrome first, Playwright's own otherwise.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { refuse } from './prepare.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a browser; installs Debian's Chromium where that is possible, else says the one command to run. */
export function requireBrowser() {
  return process.env.ASSENT_BROWSER ?? places.find(existsSync) ?? playwrights() ?? installed() ?? advise();
}

function playwrights() {
  try {
    const path = createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function installed() {
  const isDebian = existsSync('/usr/bin/apt-get');
  if (!isDebian || process.getuid?.() !== 0) return undefined;
  process.stdout.write('  Installing Chromium for the browser tests … ');
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  } catch {
    process.stdout.write('failed\n');
    return undefined;
  }
  process.stdout.write('done\n');
  return places.find(existsSync);
}

function advise() {
  const command = existsSync('/usr/bin/apt-get')
    ? 'sudo apt-get install -y chromium'
    : 'npx playwright install chromium';
  return refuse(`The browser tests need Chromium or Chrome, and none was found. Run: ${command}`);
}
