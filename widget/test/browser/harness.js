/**
 * What every browser test needs: a gateway, a charity's site on another origin, a browser, and pages
 * of it. SIGNPOST_GATEWAY=http://127.0.0.1:8000 puts the real gateway in the stub's place; tests that
 * need a gateway which fails on command are then left out.
 */

import { after, before, beforeEach } from 'node:test';
import { FIREFOX, launch } from './driver.js';
import { Hosts } from './hosts.js';
import { Stub } from './stub.js';

const REAL = process.env.SIGNPOST_GATEWAY;

/** For tests that steer the gateway. */
export const STUB_ONLY = { skip: REAL ? 'needs the stub' : false };

/** For what the driver cannot have Firefox do: touch, print, no JavaScript, the clipboard. */
export const CHROMIUM_ONLY = { skip: FIREFOX ? 'cannot be driven in Firefox' : false };
export const CHROMIUM_AND_STUB = { skip: CHROMIUM_ONLY.skip || STUB_ONLY.skip };

export const PHONE = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };

export function bench() {
  /** @type {{stub: Stub, hosts: Hosts, browser: import('playwright-core').Browser}} */
  const made = {};
  /** @type {import('playwright-core').BrowserContext[]} */
  let contexts = [];

  before(async () => {
    made.stub = await new Stub().start();
    made.hosts = await new Hosts(REAL ?? made.stub.origin).start();
    made.browser = await launch();
  });
  beforeEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    made.stub.reset();
  });
  after(async () => {
    await made.browser?.close();
    await made.hosts?.stop();
    await made.stub?.stop().catch(() => {});
  });

  /**
   * @param {string} name of a page in hosts.js
   * @param {import('playwright-core').BrowserContextOptions} [options]
   */
  async function visit(name, options = {}) {
    const context = await made.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    page.problems = [];
    page.requests = [];
    page.on('pageerror', (error) => page.problems.push(String(error)));
    page.on('request', (request) => page.requests.push(request.url()));
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
    });
    await page.goto(`${made.hosts.origin}/${name}`);
    return page;
  }

  return { made, visit };
}

/** @param {import('playwright-core').Page} page */
export async function open(page) {
  await page.locator('.launcher').click();
  await page.locator('.panel').waitFor();
  return page;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function say(page, text) {
  await page.locator('textarea').fill(text);
  await page.locator('.send').click();
}

/**
 * Sends and waits for the answer.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function ask(page, text) {
  const before = await page.locator('.turn.us').count();
  await say(page, text);
  await page.locator('.turn.us').nth(before).waitFor({ timeout: 11_000 });
}

/** @param {import('playwright-core').Page} page */
export const last = (page) => page.locator('.turn.us').last();

/** The browser's Back; the driver's own does not see Firefox bring a page back. @param {import('playwright-core').Page} page */
export async function back(page) {
  const from = await page.evaluate(() => location.href);
  await page.evaluate(() => setTimeout(() => history.back()));
  for (let tries = 0; tries < 50; tries += 1) {
    await page.waitForTimeout(100);
    if ((await page.evaluate(() => location.href).catch(() => from)) !== from) return;
  }
  throw new Error(`Back led nowhere from ${from}`);
}
