/** Installs WordPress, sets the plugin up as a charity would, and uses the chat on its pages. */

import assert from 'node:assert/strict';
import { launch } from '../../widget/test/browser/driver.js';
import { Stub, contact } from '../../widget/test/browser/stub.js';

const site = process.env.WORDPRESS;
const stub = await new Stub().start();
const browser = await launch();
const page = await browser.newPage();
const done = [];
const step = (name) => {
  done.push(name);
  console.log(`ok ${done.length} ${name}`);
};

try {
  const form = new URLSearchParams({ weblog_title: 'A charity', user_name: 'admin', admin_password: 'a-long-password-1', admin_password2: 'a-long-password-1', pw_weak: '1', admin_email: 'a@example.org', blog_public: '0' });
  const installed = await (await fetch(`${site}/wp-admin/install.php?step=2`, { method: 'POST', body: form })).text();
  assert.match(installed, /Success|already installed/i);
  await page.goto(`${site}/wp-login.php`);
  await page.fill('#user_login', 'admin');
  await page.fill('#user_pass', 'a-long-password-1');
  await page.click('#wp-submit');
  await page.waitForURL('**/wp-admin/**');
  step('WordPress is installed');

  await page.goto(`${site}/wp-admin/plugins.php`);
  await page.click('#activate-signpost');
  await page.waitForURL('**/plugins.php?**');
  // WordPress itself complains here that it may not ask its makers for updates.
  assert.doesNotMatch(await page.content(), /Fatal error|plugins\/signpost\/\S+ on line/);
  step('the plugin is activated without a notice');

  await page.goto(`${site}/wp-admin/options-general.php?page=signpost`);
  await page.fill('#signpost-server', `${stub.origin}/some/path?x`);
  await page.fill('#signpost-label', '"><b>Talk to us');
  await page.fill('#signpost-accent', 'url(evil)');
  await page.check('#signpost-everywhere');
  await page.click('#submit');
  await page.locator('.notice-success, #setting-error-settings_updated').first().waitFor();
  assert.equal(await page.inputValue('#signpost-server'), stub.origin);
  assert.equal(await page.inputValue('#signpost-accent'), '');
  step('the settings are kept, and made safe');

  await page.goto(`${site}/`);
  await page.locator('.launcher').click();
  await page.locator('textarea').fill('someone hurts me');
  await page.locator('.send').click();
  await page.locator('.card').first().waitFor();
  assert.equal(await page.evaluate(() => document.querySelectorAll('script[src$="/signpost.js"][defer]').length), 1);
  step('the chat floats on the front page and answers');

  const post = async (content) => {
    await page.goto(`${site}/wp-admin/post-new.php?post_type=page`);
    const nonce = await page.evaluate(() => window.wpApiSettings?.nonce ?? window.wp.apiFetch.nonceMiddleware.nonce);
    const made = await page.evaluate(async ([root, key, body]) => {
      const response = await fetch(`${root}/?rest_route=/wp/v2/pages`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-wp-nonce': key }, body: JSON.stringify({ title: 'Help', status: 'publish', content: body }) });
      return response.json();
    }, [site, nonce, content]);
    assert.ok(made.link, JSON.stringify(made));
    return made.link;
  };
  for (const [name, content] of [['shortcode', '[signpost heading="Advice"]'], ['block', '<!-- wp:signpost/chat /-->']]) {
    await page.goto(await post(content));
    const place = page.locator('.signpost-box');
    await place.locator('.panel').waitFor();
    assert.equal(await page.locator('signpost-chat').count(), 1, 'no second chat');
    await place.locator('textarea').fill('someone hurts me');
    await place.locator('.send').click();
    await place.locator('.card').first().waitFor();
    if (name === 'shortcode') assert.equal(await place.locator('h2').first().innerText(), 'Advice');
    step(`the ${name} puts it into a page`);
  }

  await page.goto(`${site}/wp-admin/post-new.php?post_type=page`);
  const known = await page.waitForFunction(() => window.wp?.blocks?.getBlockType('signpost/chat')?.title);
  assert.equal(await known.jsonValue(), 'Signpost chat');
  step('the editor knows the block');

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${site}/`);
  const number = contact('childline').channels[0].number;
  assert.ok(await plain.locator('signpost-chat').getByRole('link', { name: number }).isVisible());
  step('without JavaScript the helplines show');

  console.log(`${done.length} passed, 0 failed`);
} catch (error) {
  console.error(error);
  await page.screenshot({ path: `${process.env.TMPDIR ?? "/tmp"}/wordpress.png` });
  console.log(`${done.length} passed, 1 failed`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await stub.stop();
}
