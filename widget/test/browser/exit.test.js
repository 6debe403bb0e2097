/** Leaving, and leaving nothing behind. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHROMIUM_ONLY, PHONE, STUB_ONLY, ask, back, bench, open, say } from './harness.js';

const { made, visit } = bench();
/** What the server was told about the conversation begun last. */
const forgotten = () => made.stub.to('/chat/forget').filter(({ body }) => JSON.parse(body).session === made.stub.session)
  .map(({ type }) => type.split(';')[0]);

describe('Exit now', () => {
  it('goes to the neutral address, in place of this page', async () => {
    const page = await visit('rtl');
    await page.goto(`${made.hosts.origin}/plain`);
    await open(page);
    await ask(page, 'someone hurts me');
    const length = await page.evaluate(() => history.length);
    await page.locator('.panel .exit').click();
    await page.waitForURL('**/neutral');
    assert.equal(await page.evaluate(() => history.length), length);
    await back(page);
    assert.match(await page.evaluate(() => location.href), /\/rtl$/, 'Back leads to what came before');
  });

  it('covers everything at once, wipes the transcript and has the server forget', STUB_ONLY, async () => {
    const page = await open(await visit('banner?exit=nowhere'));
    await ask(page, 'a secret thing');
    await page.locator('.panel .exit').click();
    await page.locator('.cover').waitFor();
    const seen = await page.evaluate(() => {
      const points = [[5, 5], [innerWidth - 5, 5], [innerWidth / 2, innerHeight / 2], [5, innerHeight - 5], [innerWidth - 60, innerHeight - 60]];
      const root = document.querySelector('signpost-chat').shadowRoot;
      return { all: points.every(([x, y]) => root.elementFromPoint(x, y)?.closest('.cover')), text: root.textContent, title: document.title };
    });
    assert.ok(seen.all, 'the cover lies over the whole page, the cookie banner too');
    assert.ok(!seen.text.includes('secret'));
    assert.equal(seen.title, 'Loading');
    await page.waitForTimeout(200);
    assert.deepEqual(forgotten(), ['text/plain']);
  });

  it('breaks off a request under way, and drops its answer', STUB_ONLY, async () => {
    const page = await open(await visit('plain?exit=nowhere'));
    made.stub.delay = 600;
    await say(page, 'a secret thing');
    await page.locator('.waiting').waitFor();
    const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/chat'));
    await page.locator('.panel .exit').click();
    await failed;
    await page.waitForTimeout(800);
    assert.equal(await page.locator('.turn').count(), 0);
  });

  it('cannot be got rid of by Escape', async () => {
    const page = await open(await visit('plain?exit=nowhere'));
    await page.locator('.panel .exit').click();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Escape');
    assert.ok(await page.locator('.cover').isVisible());
  });

  it('is in view and can be pressed over a cookie banner of the highest z-index', async () => {
    for (const size of [{ width: 320, height: 568 }, { width: 1280, height: 800 }]) {
      const page = await visit('banner', { viewport: size });
      await page.evaluate(() => document.querySelector('signpost-chat').shadowRoot.querySelector('.launcher').click());
      await page.locator('.panel .exit').click({ trial: true });
    }
  });

  it('stays beside the launcher once the chat was used', async () => {
    const page = await open(await visit('plain'));
    await page.keyboard.press('Escape');
    await page.locator('.dock .exit').click();
    await page.waitForURL('**/neutral');
  });

  it('stays in view when an in-page chat is scrolled away', async () => {
    const page = await visit('inline', { viewport: { width: 800, height: 500 } });
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('.dock .exit').click();
    await page.waitForURL('**/neutral');
  });

  it('is the first thing that Tab reaches once the chat was used', async () => {
    const page = await open(await visit('plain'));
    await page.evaluate(() => {
      getSelection().removeAllRanges();
      document.activeElement.blur();
      document.body.tabIndex = -1;
      document.body.focus();
    });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/neutral');
  });

  it('takes the page around a frame with it', async () => {
    const page = await visit('framed');
    const frame = page.frameLocator('#frame');
    await frame.locator('.launcher').click();
    await frame.locator('.panel .exit').click();
    await page.waitForURL('**/neutral');
  });

  it('is honest about what it cannot hide', async () => {
    const page = await open(await visit('plain'));
    assert.match(await page.locator('.first').innerText(), /cannot clear your browser history/);
  });
});

describe('Shift three times', () => {
  const thrice = async (page) => {
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ShiftLeft');
  };

  it('leaves, also while writing', async () => {
    const page = await open(await visit('plain'));
    await page.locator('textarea').focus();
    await thrice(page);
    await page.waitForURL('**/neutral');
  });

  it('says how many are left', async () => {
    const page = await open(await visit('plain'));
    await page.keyboard.press('ShiftLeft');
    await page.locator('[role=status]', { hasText: 'Shift 2 more times' }).waitFor({ state: 'attached' });
  });

  it('does not leave while capitals are typed', async () => {
    const page = await open(await visit('plain'));
    await page.locator('textarea').focus();
    for (const letter of 'HELP ME') await page.keyboard.press(`Shift+${letter}`);
    assert.match(page.url(), /plain/);
    assert.match(await page.locator('textarea').inputValue(), /HELP ME/);
  });

  it('does not leave from an on-screen keyboard', CHROMIUM_ONLY, async () => {
    const page = await open(await visit('plain', PHONE));
    await page.locator('textarea').focus();
    await thrice(page);
    await page.waitForTimeout(200);
    assert.match(page.url(), /plain/);
  });

  it('does nothing on a page where the chat was not used', async () => {
    const page = await visit('plain');
    await thrice(page);
    await page.waitForTimeout(200);
    assert.match(page.url(), /plain/);
  });
});

describe('nothing is kept', () => {
  const stored = (page) => page.evaluate(async () => ({
    local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
    databases: (await indexedDB.databases()).length, caches: globalThis.caches ? (await caches.keys()).length : 0,
    state: history.state, name: window.name,
  }));

  it('in any store of the browser, before or after a chat', async () => {
    const page = await visit('plain');
    const before = await stored(page);
    await open(page);
    await ask(page, 'someone hurts me');
    assert.deepEqual(await stored(page), before);
    assert.deepEqual(before, { local: 0, session: 0, cookie: '', databases: 0, caches: 0, state: null, name: '' });
    assert.deepEqual(await page.context().cookies(), []);
  });

  it('in the history, the address or the title', async () => {
    const page = await visit('plain');
    const read = () => page.evaluate(() => [history.length, location.href, document.title]);
    const before = await read();
    await open(page);
    await ask(page, 'someone hurts me');
    await page.keyboard.press('Escape');
    assert.deepEqual(await read(), before);
  });

  it('in another tab', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'a secret thing');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await open(other);
    assert.equal(await other.locator('.turn').count(), 1);
  });

  it('after Clear chat', STUB_ONLY, async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'a secret thing');
    await page.locator('textarea').fill('another secret');
    await page.getByRole('button', { name: 'Clear chat' }).click();
    assert.ok(!(await page.locator('.panel').innerText()).includes('secret'));
    assert.equal(await page.locator('textarea').inputValue(), '');
    await page.waitForTimeout(150);
    assert.equal(forgotten().length, 1);
    await ask(page, 'again');
    assert.equal(JSON.parse(made.stub.to('/chat').at(-1).body).session, undefined, 'a fresh conversation');
  });

  it('after leaving the page and coming back', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'a secret thing');
    await page.goto(`${made.hosts.origin}/neutral`);
    if (!process.env.SIGNPOST_GATEWAY) assert.equal(forgotten().length, 1, 'the server was told');
    await back(page);
    await page.waitForTimeout(300);
    const left = await page.evaluate(() => document.querySelector('signpost-chat').shadowRoot.textContent);
    assert.match(left, /I can show you who can help/, 'the first lines');
    assert.ok(!left.includes('secret'));
  });

  it('by the field, which no browser fills in or checks elsewhere', async () => {
    const page = await open(await visit('plain'));
    const field = page.locator('textarea');
    assert.equal(await field.getAttribute('autocomplete'), 'off');
    assert.equal(await field.getAttribute('spellcheck'), 'false');
    assert.equal(await field.getAttribute('name'), null);
  });
});
