/** The page that makes the snippet. */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { CHROMIUM_ONLY, STUB_ONLY, bench } from './harness.js';
import { CHILDLINE } from '../numbers.js';

const { made, visit } = bench();
const pasted = (text) => ({ type: 'text/html', body: `<!doctype html><html lang="en"><title>x</title><body>${text}` });
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('the page that makes the snippet', STUB_ONLY, () => {
  const arrive = async (options) => {
    const page = await visit('neutral', options);
    await page.goto(`${made.stub.origin}/embed/`);
    await page.locator('#preview .panel').waitFor();
    await page.locator('#element', { hasText: CHILDLINE }).waitFor();
    return page;
  };

  it('works under the gateway’s own content policy', async () => {
    const page = await arrive();
    await page.waitForFunction(() => document.querySelector('#pinned').textContent.includes('sha384-'));
    assert.match(await page.locator('#pinned').textContent(), /signpost-chat server=/);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(page.problems, []);
  });

  it('writes what is chosen and shows it', async () => {
    const page = await arrive();
    await page.getByLabel('Title of the chat').fill('Advice & help');
    await page.getByLabel('Main colour').fill('#ffee00');
    assert.match(await page.locator('#element').textContent(), /heading="Advice &amp; help"[^>]* accent="#ffee00"/);
    assert.equal(await page.locator('#preview h2').innerText(), 'Advice & help');
    assert.match(await page.locator('#guard').innerText(), /hard to read/);
  });

  it('writes lines that work on another site', async () => {
    const page = await arrive();
    const text = await page.locator('#script').textContent();
    made.hosts.own = { pasted: pasted(text) };
    const other = await visit('pasted');
    await other.locator('.launcher').click();
    await other.locator('.panel').waitFor();
  });

  it('a pinned copy runs with its integrity, from the charity’s own site', async () => {
    const page = await arrive();
    await page.waitForFunction(() => document.querySelector('#pinned').textContent.includes('sha384-'));
    const text = await page.locator('#pinned').textContent();
    const script = await (await fetch(`${made.stub.origin}/signpost.js`)).text();
    made.hosts.own = { pasted: pasted(text), 'signpost.js': { type: 'text/javascript', body: script } };
    made.stub.asked.length = 0;
    const other = await visit('pasted');
    await other.locator('.launcher').click();
    await other.waitForTimeout(200);
    assert.equal(made.stub.to('/directory.json').length, 1, 'today’s contacts from the server');
  });

  it('axe finds nothing', CHROMIUM_ONLY, async () => {
    const page = await arrive({ bypassCSP: true });
    await page.addScriptTag({ path: AXE });
    for (const fold of await page.locator('main > section summary').all()) await fold.click();
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].target, nodes[0].failureSummary]), []);
  });

  it('fits 320 pixels', async () => {
    const page = await arrive({ viewport: { width: 320, height: 640 } });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});
