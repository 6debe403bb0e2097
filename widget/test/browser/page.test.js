/** On other people's pages: light, invisible to them, and whole whatever they do. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHROMIUM_AND_STUB, CHROMIUM_ONLY, PHONE, STUB_ONLY, ask, bench, last, open } from './harness.js';
import { CHILDLINE, dialled } from '../numbers.js';

const { made, visit } = bench();

/** What a person can see of the panel, to be compared between pages. */
const look = (page) => page.evaluate(() => {
  const root = document.querySelector('signpost-chat').shadowRoot;
  const names = ['fontSize', 'fontFamily', 'color', 'backgroundColor', 'textTransform', 'letterSpacing', 'lineHeight', 'padding', 'margin', 'borderTopStyle', 'display', 'opacity', 'transform'];
  const panel = root.querySelector('.panel');
  const styles = [panel, ...panel.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    return [element.tagName, element.className, ...names.map((name) => style[name])].join('|');
  });
  const { width, height } = panel.getBoundingClientRect();
  return { styles, width, height };
});

describe('loading', () => {
  it('asks for one file until it is opened, and never of a third host', async () => {
    const page = await visit('plain');
    await page.locator('.launcher').waitFor();
    const foreign = () => page.requests.filter((url) => !url.startsWith(made.hosts.origin));
    assert.equal(foreign().length, 1);
    await open(page);
    await ask(page, 'someone hurts me');
    await page.getByRole('button', { name: 'Helplines' }).click();
    assert.deepEqual([...new Set(foreign().map((url) => new URL(url).origin))], [made.hosts.server]);
  });

  it('opens by the person’s press alone', async () => {
    const page = await visit('plain');
    await page.waitForTimeout(1500);
    assert.ok(!(await page.locator('.panel').isVisible()));
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
  });

  it('puts one chat on the page however often the script is there', async () => {
    const page = await visit('plain');
    await page.addScriptTag({ url: `${made.hosts.server}/signpost.js` });
    assert.equal(await page.locator('signpost-chat').count(), 1);
  });

  it('takes its settings from the tag', STUB_ONLY, async () => {
    const page = await visit('settings');
    assert.equal(await page.locator('.launcher').innerText(), 'Talk');
    const box = await page.locator('.launcher').boundingBox();
    assert.ok(box.x < 100, 'at the start of the line');
    await open(page);
    assert.equal(await page.locator('h2').innerText(), 'Advice');
    assert.equal(await page.locator('.hello').innerText(), '<b id=x>Hi', 'words are words');
    assert.equal(await page.locator('.send').innerText(), 'Anfon');
    assert.equal(await page.locator('.send').getAttribute('lang'), 'cy');
    assert.equal(await page.locator('.asked').getAttribute('lang'), 'en', 'what is not translated is marked as English');
    await ask(page, 'hi');
    const { lang, area } = JSON.parse(made.stub.to('/chat')[0].body);
    assert.deepEqual({ lang, area }, { lang: 'cy', area: 'england' });
  });

  it('can fill a place in the page, without launcher', async () => {
    const page = await visit('inline');
    assert.equal(await page.locator('.launcher').count(), 0);
    const box = await page.locator('.panel').boundingBox();
    const place = await page.locator('#box').boundingBox();
    assert.deepEqual([box.width, box.height].map(Math.round), [place.width, place.height].map(Math.round));
    await ask(page, 'someone hurts me');
  });

  it('goes when the element is taken off the page', STUB_ONLY, async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'hi');
    await page.evaluate(() => document.querySelector('signpost-chat').remove());
    await page.waitForTimeout(150);
    assert.equal(made.stub.to('/chat/forget').filter(({ body }) => body.includes(made.stub.session)).length, 1);
    assert.equal(await page.locator('[data-signpost-exit]').count(), 0);
  });
});

describe('the page around it', () => {
  it('keeps every style, place and scroll', async () => {
    const measure = () => [...document.querySelectorAll('body, body *')].map((element) => {
      const box = element.getBoundingClientRect();
      return [element.tagName, box.x, box.y, box.width, box.height, ...Object.values(getComputedStyle(element)).map(String)].join();
    });
    const page = await visit('plain');
    await page.locator('.launcher').waitFor();
    await open(page);
    await ask(page, 'hi');
    const bare = await page.context().newPage();
    await bare.route('**/signpost.js', (route) => route.abort());
    await bare.goto(page.url());
    assert.deepEqual(await page.evaluate(measure), await bare.evaluate(measure));
  });

  it('counts no child of <body> more than before', async () => {
    const page = await open(await visit('plain'));
    assert.deepEqual(await page.evaluate(() => [...document.body.children].map(({ tagName }) => tagName)), ['MAIN']);
  });

  it('gains no global name', async () => {
    const page = await visit('plain');
    const names = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^(violations|\d+|__pw.*|__playwright.*)$/.test(name));
    });
    assert.deepEqual(names.filter((name) => !['event', 'offscreenBuffering', 'external'].includes(name)), []);
  });
});

describe('hostile pages', () => {
  it('cannot restyle it', async () => {
    const plain = await open(await visit('plain'));
    await ask(plain, 'hi');
    const reset = await open(await visit('reset'));
    await ask(reset, 'hi');
    await Promise.all([plain, reset].map((page) => page.mouse.move(0, 0)));
    assert.deepEqual(await look(reset), await look(plain));
  });

  it('with a strict content policy and Trusted Types have all of it, and nothing to report', async () => {
    const page = await open(await visit('strict'));
    await ask(page, 'someone hurts me');
    await page.keyboard.press('Shift');
    assert.equal(await page.locator('.panel').evaluate((panel) => getComputedStyle(panel).position), 'fixed', 'it is styled');
    await page.getByRole('button', { name: 'Clear chat' }).click();
    await page.waitForTimeout(200);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(page.problems, []);
    await page.evaluate(() => window.addEventListener('pagehide', () => { window.name = window.violations.join(); }));
    await page.locator('.panel .exit').click();
    await page.waitForURL('**/neutral');
    assert.equal(await page.evaluate(() => window.name), '');
  });

  it('that transform and clip have it in its corner, at its size', async () => {
    const page = await visit('transformed');
    const launcher = await page.locator('.launcher').boundingBox();
    assert.ok(launcher.height >= 44 && launcher.y + launcher.height > 700 && launcher.x > 900, JSON.stringify(launcher));
    await open(page);
    const panel = await page.locator('.panel').boundingBox();
    assert.ok(panel.width > 400 && panel.y >= 0 && panel.y + panel.height <= 800, JSON.stringify(panel));
    await page.locator('.panel .exit').click({ trial: true });
  });

  it('that run from right to left have it on their side, and its English from left to right', async () => {
    const page = await visit('rtl');
    assert.ok((await page.locator('.launcher').boundingBox()).x < 100);
    await open(page);
    assert.ok((await page.locator('.panel').boundingBox()).x < 100);
    assert.equal(await page.locator('.hello').evaluate((p) => getComputedStyle(p).direction), 'ltr');
  });

  it('cannot make its words unreadable by a theme', async () => {
    const page = await open(await visit('theme'));
    const shades = await page.evaluate(() => {
      const root = document.querySelector('signpost-chat').shadowRoot;
      const light = (text) => {
        const [r, g, b] = text.match(/\d+/g).map((value) => ((Number(value) / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
      const of = (selector, property) => getComputedStyle(root.querySelector(selector))[property];
      const surface = of('.panel', 'backgroundColor');
      return { send: ratio(of('.send', 'color'), of('.send', 'backgroundColor')), hello: ratio(of('.hello', 'color'), surface), choice: ratio(of('.choice', 'color'), surface), head: ratio(of('h2', 'color'), of('.head', 'backgroundColor')) };
    });
    for (const [where, ratio] of Object.entries(shades)) assert.ok(ratio >= 4.4, `${where}: ${ratio}`);
  });
});

describe('small and magnified windows', () => {
  for (const [name, size] of [['320 pixels', { width: 320, height: 568 }], ['1280 by 1024 at 400%', { width: 320, height: 256 }], ['a phone on its side', { width: 667, height: 375 }]]) {
    it(`${name}: exit and field in view, nothing to scroll sideways`, async () => {
      const page = await open(await visit('plain', { viewport: size }));
      await ask(page, 'we are in danger');
      for (const selector of ['.panel .exit', '.tool >> nth=0', '.tool >> nth=1', 'textarea', '.send']) {
        const box = await page.locator(selector).boundingBox();
        assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height, `${selector} ${JSON.stringify(box)}`);
      }
      const wide = await page.evaluate(() => {
        const root = document.querySelector('signpost-chat').shadowRoot;
        return [...root.querySelectorAll('.panel, .scroll, .turns, .card')].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className);
      });
      assert.deepEqual(wide, []);
      const { height } = await page.locator('.scroll').boundingBox();
      assert.ok(height >= 60, `room to read: ${height}`);
    });
  }

  it('with text of twice the size all of it can be read', async () => {
    const page = await visit('plain', { viewport: { width: 640, height: 800 } });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.root, .dock { font-size: 32px !important; }');
      const root = document.querySelector('signpost-chat').shadowRoot;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
    await open(page);
    await ask(page, 'we are in danger');
    const box = await page.locator('.panel .exit').boundingBox();
    assert.ok(box.x + box.width <= 640);
    assert.ok(await page.locator('.scroll').evaluate((e) => e.scrollWidth <= e.clientWidth + 1));
  });
});

describe('what a person has set', () => {
  it('less motion: nothing moves', STUB_ONLY, async () => {
    const page = await open(await visit('plain', { reducedMotion: 'reduce' }));
    made.stub.delay = 1500;
    await page.locator('textarea').fill('hi');
    await page.locator('.send').click();
    await page.locator('.waiting').waitFor();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  });

  it('otherwise the dots rest within six seconds', STUB_ONLY, async () => {
    const page = await open(await visit('plain'));
    made.stub.delay = 1500;
    await page.locator('textarea').fill('hi');
    await page.locator('.send').click();
    await page.locator('.waiting').waitFor();
    const ends = await page.locator('.dots i').evaluateAll((dots) => dots.flatMap((dot) => dot.getAnimations().map((a) => a.effect.getComputedTiming().endTime)));
    assert.ok(ends.length && ends.every((end) => end <= 6000), ends.join());
  });

  it('forced colours: what can be pressed has an edge, and the focus is seen', async () => {
    const page = await open(await visit('plain', { forcedColors: 'active' }));
    await ask(page, 'we are in danger');
    for (const selector of ['.panel .exit', '.send', '.card.grave', '.choice', 'textarea']) {
      const style = await page.locator(selector).first().evaluate((e) => getComputedStyle(e).borderTopStyle + getComputedStyle(e).borderTopWidth);
      assert.ok(!/^none|0px$/.test(style), `${selector}: ${style}`);
    }
    await page.locator('textarea').focus();
    assert.equal(await page.locator('textarea').evaluate((e) => getComputedStyle(e).outlineStyle), 'solid');
  });

  it('print: the chat is not on the paper', CHROMIUM_ONLY, async () => {
    const page = await open(await visit('plain'));
    await page.emulateMedia({ media: 'print' });
    assert.ok(!(await page.locator('.panel').isVisible()));
    assert.ok(!(await page.locator('.launcher').isVisible()));
  });
});

describe('contacts', STUB_ONLY, () => {
  it('are links on a phone, and numbers to copy elsewhere', CHROMIUM_AND_STUB, async () => {
    const phone = await open(await visit('plain', PHONE));
    await ask(phone, 'someone hurts me');
    const call = phone.getByRole('link', { name: `Call ${CHILDLINE} (Childline)` });
    assert.equal(await call.getAttribute('href'), `tel:${dialled(CHILDLINE)}`);
    assert.equal(await call.getAttribute('target'), null);

    const desk = await open(await visit('plain', { permissions: ['clipboard-read', 'clipboard-write'] }));
    await ask(desk, 'someone hurts me');
    assert.equal(await desk.locator('a[href^="tel:"]').count(), 0);
    await desk.getByRole('button', { name: `Copy ${CHILDLINE} (Childline)` }).click();
    await last(desk).getByText(`Copied: ${CHILDLINE}`).waitFor();
    assert.equal(await desk.evaluate(() => navigator.clipboard.readText()), CHILDLINE);
  });

  it('say why, what it costs, whether it is open, when it was checked, and that a call can show', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'someone hurts me');
    const card = await last(page).locator('.card').first().innerText();
    for (const words of [/Childline/, /Open now/, /Free/, /Last checked \d+ \w+ 20\d\d/, /under 19/]) assert.match(card, words);
    assert.match(await last(page).innerText(), /can show in the phone’s list/);
  });

  it('are at most four beside the emergency services, over all messages of an answer', async () => {
    const page = await open(await visit('plain'));
    const { contact } = await import('./stub.js');
    const many = (from) => ({ text: 'Hi', lang: 'en', topic: 'x', urgency: 'emergency', cards: [...[0, 1, 2].map((i) => ({ ...contact('childline'), id: `c${from + i}` })), contact('emergency-999')] });
    made.stub.messages = [many(0), many(3)];
    await ask(page, 'hi');
    assert.equal(await page.locator('.turns .card').count(), 5);
    assert.match(await page.locator('.turn.us').nth(1).locator('.card').first().innerText(), /999/);
  });

  it('in an emergency are led by 999, white on dark red, in words too', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'we are in danger');
    const first = last(page).locator('.card').first();
    assert.equal(await first.locator('h3').evaluate((e) => e.textContent), 'Emergency: 999 emergency services');
    const band = await first.locator('h3').evaluate((e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]);
    assert.deepEqual(band, ['rgb(255, 255, 255)', 'rgb(143, 16, 32)']);
    const size = await first.locator('.number strong').first().evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
    assert.ok(size >= 32, `999 is large: ${size}`);
    assert.equal(await last(page).locator('.card.grave').count(), 1);
  });

  it('open elsewhere without taking the chat or its address along', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'someone hurts me');
    const link = page.getByRole('link', { name: /Chat online \(Childline\)/ });
    assert.equal(await link.getAttribute('target'), '_blank');
    assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
    assert.match(await link.evaluate((e) => e.textContent), /opens in a new tab/);
  });
});
