/** Pictures of every state at three widths, to be looked at: node test/browser/shots.js */

import { mkdir } from 'node:fs/promises';
import { launch } from './driver.js';
import { Hosts } from './hosts.js';
import { Stub } from './stub.js';

const OUT = new URL('../screenshots/', import.meta.url).pathname;
const SIZES = [[320, 640, true], [768, 1024, true], [1280, 800, false]];

await mkdir(OUT, { recursive: true });
const stub = await new Stub().start();
const hosts = await new Hosts(stub.origin).start();
const browser = await launch();

/** @type {Record<string, (page: import('playwright-core').Page) => Promise<void>>} */
const STATES = {
  closed: async () => {},
  open: async (page) => page.click('.launcher'),
  answer: async (page) => {
    await STATES.open(page);
    await page.fill('textarea', 'someone at home hurts me');
    await page.click('.send');
    await page.waitForSelector('.card');
  },
  emergency: async (page) => {
    await STATES.open(page);
    await page.fill('textarea', 'we are in danger right now');
    await page.click('.send');
    await page.waitForSelector('.card');
  },
  waiting: async (page) => {
    await STATES.open(page);
    stub.mood = 'hang';
    await page.fill('textarea', 'hello');
    await page.click('.send');
    await page.waitForSelector('.waiting:not([hidden])');
  },
  error: async (page) => {
    await STATES.open(page);
    stub.mood = 'broken';
    await page.fill('textarea', 'my dad hits my brother');
    await page.click('.send');
    await page.waitForSelector('.card');
  },
  offline: async (page) => {
    await STATES.open(page);
    await page.context().setOffline(true);
    await page.fill('textarea', 'hello');
    await page.click('.send');
    await page.waitForSelector('.card');
  },
  quiet: async (page) => {
    await STATES.open(page);
    await page.click('text=No, someone might see');
    await page.waitForSelector('.card');
  },
  begin: async (page) => {
    await STATES.open(page);
    await page.click('text=Yes, it is safe');
  },
  field: async (page) => {
    await STATES.open(page);
    await page.click('.send');
    await page.fill('textarea', 'ring me on 07700 900123');
  },
  exit: async (page) => {
    await STATES.open(page);
    await page.click('.panel .exit', { noWaitAfter: true });
    await page.waitForSelector('.cover');
  },
};

const only = process.argv[2];
for (const [width, height, touch] of SIZES) {
  for (const [name, reach] of Object.entries(STATES)) {
    if (only && !only.split(',').includes(name)) continue;
    stub.reset();
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, isMobile: touch });
    const page = await context.newPage();
    await page.goto(`${hosts.origin}/plain?exit=nowhere`);
    await reach(page);
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${OUT}${name}-${width}.png` });
    await context.close();
  }
}
await browser.close();
await stub.stop();
await hosts.stop();
