/** Nobody is left without help: whatever the server does, contacts, the text kept, and another try. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHROMIUM_AND_STUB, CHROMIUM_ONLY, PHONE, STUB_ONLY, ask, bench, last, open, say } from './harness.js';
import { contact } from './stub.js';
import { CHILDLINE, NSPCC, SAMARITANS, dialled } from '../numbers.js';

const { made, visit } = bench();

/** @param {import('playwright-core').Page} page @param {string} text */
async function helped(page, text) {
  const card = last(page);
  assert.match(await card.innerText(), /999/);
  assert.match(await card.innerText(), new RegExp(CHILDLINE));
  assert.equal(await page.locator('textarea').inputValue(), text, 'the text is kept');
  assert.ok(await page.getByRole('button', { name: 'Try again' }).isVisible());
}

describe('an answer', () => {
  it('brings words and contacts, with the contacts’ numbers', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'someone at home hurts me');
    assert.match(await last(page).innerText(), new RegExp(`Childline[\\s\\S]*${CHILDLINE}`));
    assert.equal(await page.locator('textarea').inputValue(), '');
    assert.deepEqual(page.problems, []);
  });

  it('keeps the session in memory and sends it with the next turn', STUB_ONLY, async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'one');
    await ask(page, 'two');
    const bodies = made.stub.to('/chat').map(({ body }) => JSON.parse(body));
    assert.equal(bodies[0].session, undefined);
    assert.equal(bodies[1].session, made.stub.session);
    assert.ok(made.stub.asked.every(({ path }) => !path.includes(made.stub.session)), 'never in an address');
  });
});

describe('help when the server', STUB_ONLY, () => {
  for (const mood of ['busy', 'broken', 'empty', 'nonsense', 'html', 'down']) {
    it(`is "${mood}"`, async () => {
      const page = await open(await visit('plain'));
      made.stub.mood = mood;
      await ask(page, 'my dad hits me');
      if (mood === 'busy') assert.match(await page.locator('.turn.us').nth(1).innerText(), /Wait a moment/);
      else await helped(page, 'my dad hits me');
      made.stub.mood = 'well';
      const turns = await page.locator('.turn.us').count();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.turn.us').nth(turns).waitFor();
      await page.locator('.unsent').waitFor({ state: 'detached' });
      assert.equal(await page.locator('.turn.you').count(), 1, 'said once');
      assert.equal(await page.locator('textarea').inputValue(), '');
    });
  }

  it('does not answer: within nine seconds', async () => {
    const page = await open(await visit('plain'));
    made.stub.mood = 'hang';
    await say(page, 'hello?');
    await page.locator('.waiting').waitFor();
    const start = Date.now();
    await last(page).locator('.card').first().waitFor({ timeout: 11_000 });
    assert.ok(Date.now() - start < 9000);
    await helped(page, 'hello?');
  });

  it('dies in the middle of a conversation: the numbers that were shown stay', async () => {
    const page = await open(await visit('plain'));
    await ask(page, 'someone hurts me');
    made.stub.mood = 'down';
    await ask(page, 'what now');
    assert.match(await page.locator('.turn.us').nth(1).innerText(), new RegExp(CHILDLINE));
    await helped(page, 'what now');
  });

  it('cannot be reached because there is no network', async () => {
    const page = await open(await visit('plain'));
    await page.context().setOffline(true);
    await ask(page, 'help');
    await helped(page, 'help');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.turns').getByText('not your fault').last().waitFor();
  });

  it('is forbidden by the page', async () => {
    const page = await open(await visit('unconnected'));
    await ask(page, 'help');
    await helped(page, 'help');
  });

  it('fails for a topic button: that topic’s own contacts', async () => {
    const page = await open(await visit('plain'));
    await page.getByRole('button', { name: 'Yes, it is safe' }).click();
    made.stub.mood = 'broken';
    await page.getByRole('button', { name: 'Suicide or self-harm' }).click();
    await page.locator('.turns').getByText('Something went wrong').waitFor();
    assert.match(await last(page).innerText(), new RegExp(SAMARITANS));
  });
});

describe('helplines', () => {
  it('are one press away, server or not', async () => {
    const page = await open(await visit('plain'));
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Helplines' }).click();
    assert.match(await last(page).innerText(), new RegExp(`999[\\s\\S]*${CHILDLINE}[\\s\\S]*${NSPCC}`));
  });

  it('alone work wholly offline, for every topic', async () => {
    const page = await open(await visit('helplines'));
    await page.context().setOffline(true);
    assert.equal(await page.locator('textarea').count(), 0);
    await page.getByRole('button', { name: 'Yes, it is safe' }).click();
    const count = await last(page).locator('.choice').count();
    assert.ok(count >= 5);
    for (let i = 0; i < count; i += 1) {
      await page.locator('.turn.us').nth(1).locator('.choice').nth(i).click();
      assert.ok(await last(page).locator('.card').count(), `topic ${i}`);
    }
    assert.ok(!page.requests.some((url) => url.endsWith('/chat')));
  });
});

describe('a page without the script', () => {
  it('keeps the help that stands inside the tag', CHROMIUM_ONLY, async () => {
    const page = await visit('element', { javaScriptEnabled: false });
    assert.ok(await page.locator('#fallback').isVisible());
  });

  it('has the chat in its place once the script is there', async () => {
    const page = await visit('element');
    await page.locator('.launcher').waitFor();
    assert.ok(!(await page.locator('#fallback').isVisible()));
  });
});

describe('numbers', STUB_ONLY, () => {
  const hostile = (more) => ({ text: 'Ring 0909 8790879 or <b>me</b>', lang: 'en', topic: 'x', urgency: 'support', buttons: [], ...more });

  it('of a tampered answer are the directory’s, and unknown ones no links', CHROMIUM_AND_STUB, async () => {
    const page = await open(await visit('plain', PHONE));
    made.stub.messages = [hostile({ cards: [
      { ...contact('childline'), channels: [{ type: 'voice', label: 'Call', number: '0909 8790879', href: 'tel:09098790879' }] },
      { id: 'fake', name: 'Fake line', channels: [
        { type: 'voice', label: 'Call', number: '0909 8790879', href: 'tel:09098790879' },
        { type: 'web', label: 'Site', url: 'https://evil.example/', href: 'https://evil.example/' },
        { type: 'web', label: 'Script', url: 'javascript:alert(1)', href: 'javascript:alert(1)' }] },
    ] })];
    await ask(page, 'hi');
    const links = await last(page).locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.deepEqual(links, [`tel:${dialled(CHILDLINE)}`]);
    assert.equal(await last(page).locator('b').count(), 0, 'markup stays text');
    assert.match(await last(page).innerText(), /<b>me<\/b>/);
  });

  it('corrected today are used although the script is old', CHROMIUM_AND_STUB, async () => {
    const page = await visit('plain', PHONE);
    made.stub.directory = { services: [{ ...contact('childline'), channels: [{ type: 'voice', label: 'Call', number: '0800 2222', hours: 'Every day, 24 hours', open_now: true }] }] };
    await open(page);
    await ask(page, 'hi');
    assert.ok((await last(page).locator('a').first().getAttribute('href')) === 'tel:08002222');
    await page.getByRole('button', { name: 'Helplines' }).click();
    assert.match(await last(page).innerText(), /0800 2222/);
  });

  it('of the bundle serve where the list of today is nonsense', CHROMIUM_AND_STUB, async () => {
    const page = await visit('plain', PHONE);
    made.stub.directory = { services: [{ id: 5 }] };
    await open(page);
    await ask(page, 'hi');
    assert.ok(await last(page).locator(`a[href="tel:${dialled(CHILDLINE)}"]`).first().isVisible());
  });

  it('survive everything that a server could put into an answer', async () => {
    const page = await open(await visit('plain'));
    const evil = ['<img src=x onerror=window.hit=1>', '<script>window.hit=1</script>', '"><svg onload=window.hit=1>', 'javascript:window.hit=1', '{{constructor.constructor("window.hit=1")()}}', '\u202Egnp.exe', '[x](javascript:window.hit=1)'];
    made.stub.messages = evil.map((text) => hostile({ text, lang: text, buttons: [{ title: text, id: text }], cards: [{ ...contact('childline'), id: text, name: text, why: text, eligibility: text, checked: text, lang: text, channels: [{ type: text, label: text, number: text, cost: text, hours: text, description: text, steps: [text] }] }] }));
    await ask(page, 'hi');
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.equal(await page.locator('.turns img, .turns script').count(), 0);
    assert.deepEqual(page.problems, []);
  });
});

describe('a message', STUB_ONLY, () => {
  it('that is empty or too long gets an error beside the field, and stays', async () => {
    const page = await open(await visit('plain'));
    await page.locator('.send').click();
    assert.match(await page.locator('#problem').innerText(), /Write something/);
    assert.equal(await page.locator('textarea').getAttribute('aria-invalid'), 'true');
    await say(page, 'x'.repeat(5010));
    assert.match(await page.locator('#problem').innerText(), /10 characters/);
    assert.equal((await page.locator('textarea').inputValue()).length, 5010);
    assert.equal(made.stub.to('/chat').length, 0);
  });

  it('with a phone number gets a gentle note, and is sent at the first press', async () => {
    const page = await open(await visit('plain'));
    await page.locator('textarea').fill('ring me on 07700 900123');
    assert.match(await page.locator('#note').innerText(), /do not need/);
    await page.locator('.send').click();
    await page.locator('.card').first().waitFor();
    assert.equal(JSON.parse(made.stub.to('/chat')[0].body).message, 'ring me on 07700 900123');
    assert.ok(!(await page.locator('#note').isVisible()));
  });

  it('is sent by Enter, but not by the Enter that picks a word of an input method', async () => {
    const page = await open(await visit('plain'));
    await page.locator('textarea').fill('こんにちは');
    await page.locator('textarea').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    assert.equal(made.stub.to('/chat').length, 0);
    await page.locator('textarea').press('Shift+Enter');
    assert.equal(made.stub.to('/chat').length, 0);
    await page.locator('textarea').press('Enter');
    await page.locator('.card').first().waitFor();
    assert.equal(made.stub.to('/chat').length, 1);
  });
});
