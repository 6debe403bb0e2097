/** For everybody: the keyboard, screen readers, large targets, and every WCAG A and AA rule of axe. */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { PHONE, STUB_ONLY, ask, bench, last, open, say } from './harness.js';

const { made, visit } = bench();
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** @type {Record<string, (page: import('playwright-core').Page) => Promise<unknown>>} */
const STATES = {
  closed: (page) => page.locator('.launcher').waitFor(),
  open: (page) => open(page),
  'open, then closed': async (page) => (await open(page)).keyboard.press('Escape'),
  answered: async (page) => ask(await open(page), 'someone hurts me'),
  emergency: async (page) => {
    await ask(await open(page), 'we are in danger');
    for (const fold of await page.locator('summary').all()) await fold.click();
  },
  waiting: async (page) => {
    made.stub.mood = 'hang';
    await say(await open(page), 'hello');
    await page.locator('.waiting').waitFor();
  },
  error: async (page) => {
    made.stub.mood = 'broken';
    await ask(await open(page), 'hello');
  },
  'field error': async (page) => {
    await open(page);
    await page.locator('.send').click();
  },
  notice: async (page) => (await open(page)).locator('textarea').fill('ring me on 07700 900123'),
  offline: async (page) => {
    await open(page);
    await page.context().setOffline(true);
    await ask(page, 'hello');
  },
  'not safe to chat': async (page) => (await open(page)).getByRole('button', { name: 'No, someone might see' }).click(),
  topics: async (page) => (await open(page)).getByRole('button', { name: 'Yes, it is safe' }).click(),
  exit: async (page) => {
    await (await open(page)).locator('.panel .exit').click();
    await page.locator('.cover').waitFor();
  },
};

describe('axe finds nothing', STUB_ONLY, () => {
  for (const [state, reach] of Object.entries(STATES)) {
    for (const [device, options] of [['desk', {}], ['phone', PHONE]]) {
      it(`${state}, ${device}`, async () => {
        const page = await visit('plain?exit=nowhere', options);
        await reach(page);
        await page.addScriptTag({ path: AXE });
        const { violations, passes } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
        assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`)]), []);
        assert.ok(passes.length > 5);
      });
    }
  }

  it('in the page', async () => {
    const page = await visit('inline');
    await ask(page, 'someone hurts me');
    await page.addScriptTag({ path: AXE });
    const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
    assert.deepEqual(violations.map(({ id }) => id), []);
  });
});

/** The element that has the focus, through shadow roots. */
const focused = (page) => page.evaluate(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return [active?.tagName.toLowerCase(), ...(active?.classList ?? [])].join('.');
});

describe('by keyboard alone', () => {
  it('a person can open, ask, follow, and close', async () => {
    const page = await visit('plain');
    await page.locator('#link-11').focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'button.launcher');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'h2');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'a.exit', 'the exit comes first');
    for (let i = 0; i < 12 && (await focused(page)) !== 'textarea'; i += 1) await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'textarea');
    await page.keyboard.type('someone hurts me');
    await page.keyboard.press('Enter');
    await page.locator('.card').first().waitFor();
    assert.equal(await focused(page), 'textarea', 'an answer takes no focus');
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'button.launcher');
    assert.ok(!(await page.locator('.panel').isVisible()));
  });

  it('nobody is caught: Tab leads on', async () => {
    const page = await open(await visit('plain'));
    const seen = new Set();
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName));
    }
    assert.ok([...seen].some((id) => id.startsWith('link-') || id === 'BODY'), [...seen].join());
  });

  it('a closed chat has nothing to tab to but its button', async () => {
    const page = await visit('plain');
    const reachable = await page.evaluate(() => {
      const root = document.querySelector('signpost-chat').shadowRoot;
      return [...root.querySelectorAll('a, button, textarea, [tabindex], summary')].filter((e) => e.checkVisibility()).map((e) => e.className);
    });
    assert.deepEqual(reachable, ['launcher']);
  });

  it('every stop shows a ring', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'someone hurts me');
    for (let i = 0; i < 14; i += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const active = document.activeElement?.shadowRoot?.activeElement;
        return active ? getComputedStyle(active).outlineStyle : 'solid';
      });
      assert.equal(ring, 'solid', await focused(page));
    }
  });

  it('what it covers of the page is uncovered when the keyboard gets there', async () => {
    const page = await open(await visit('plain', { viewport: { width: 500, height: 700 } }));
    await page.locator('#link-9').focus();
    assert.ok(!(await page.locator('.panel').isVisible()));
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'link-9');
  });

  it('the launcher makes way for what is focused below it', async () => {
    const page = await visit('corner');
    await page.locator('#corner').focus();
    const hidden = await page.evaluate(() => {
      const box = document.querySelector('#corner').getBoundingClientRect();
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.id;
    });
    assert.equal(hidden, 'corner');
  });
});

describe('to a screen reader', STUB_ONLY, () => {
  it('an answer is said once, politely, apart from the transcript', async () => {
    const page = await open(await visit('plain'));
    await page.evaluate(() => {
      window.heard = [];
      const log = document.querySelector('signpost-chat').shadowRoot.querySelector('[role=log]');
      new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => window.heard.push(node.textContent)))).observe(log, { childList: true });
    });
    await ask(page, 'someone hurts me');
    const heard = await page.evaluate(() => window.heard);
    assert.equal(heard.length, 1);
    assert.match(heard[0], /not your fault[\s\S]*Childline/);
    assert.equal(await page.locator('[role=log]').getAttribute('aria-live'), 'polite');
    assert.equal(await page.locator('.turns [aria-live], .turns[aria-live]').count(), 0);
    await page.waitForTimeout(3300);
    assert.equal(await page.locator('[role=log]').evaluate((e) => e.textContent), '', 'nobody finds it again by browsing');
  });

  it('waiting and errors are said as states', async () => {
    const page = await open(await visit('plain'));
    await page.locator('.send').click();
    await page.locator('[role=status]', { hasText: 'Write something' }).waitFor({ state: 'attached' });
    made.stub.mood = 'hang';
    await say(page, 'hello');
    await page.locator('[role=status]', { hasText: 'Looking for' }).waitFor({ state: 'attached' });
  });

  it('each turn says who spoke, and in which language', async () => {
    const page = await open(await visit('plain'));
    made.stub.messages = [{ text: 'Helo', lang: 'cy', topic: 'greet', urgency: 'talk', cards: [], buttons: [] }];
    await ask(page, 'hi');
    assert.equal(await last(page).getAttribute('lang'), 'cy');
    assert.match(await last(page).evaluate((e) => e.textContent), /^Reply: /);
    assert.match(await page.locator('.turn.you').evaluate((e) => e.textContent), /^You said: /);
  });

  it('a chosen button stays, readable and with the focus', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'someone hurts me');
    const button = page.locator('.choice', { hasText: 'under 19' }).first();
    await button.focus();
    made.stub.delay = 300;
    await page.keyboard.press('Enter');
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    assert.equal(await button.getAttribute('disabled'), null);
    await page.locator('.turn.us').nth(2).waitFor();
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    assert.match(await focused(page), /choice/);
    assert.deepEqual(JSON.parse(made.stub.to('/chat').at(-1).body).button, 'audience:child');
  });
});

describe('everything to press is at least 44 by 44, but for links within a sentence', () => {
  for (const [device, options] of [['desk', {}], ['phone', PHONE]]) it(device, async () => {
    const page = await open(await visit('plain', options));
    await ask(page, 'we are in danger');
    for (const fold of await page.locator('summary').all()) await fold.click();
    const small = await page.evaluate(() => {
      const root = document.querySelector('signpost-chat').shadowRoot;
      return [...root.querySelectorAll('a:not(.inline), button, textarea, summary')].filter((e) => e.checkVisibility())
        .map((e) => [e.className || e.tagName, e.getBoundingClientRect()]).filter(([, box]) => box.width < 44 || box.height < 44)
        .map(([name, box]) => `${name} ${box.width}x${box.height}`);
    });
    assert.deepEqual(small, []);
  });
});
