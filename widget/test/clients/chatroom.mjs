/**
 * A client that others made for Rasa's REST channel, in a browser, against a running Signpost.
 * It is AGPL, so it is no dependency: each run installs it into a folder that goes afterwards.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHILDLINE } from '../numbers.js';

const CLIENT = '@scalableminds/chatroom';
const VERSION = '0.12.0';
const GATEWAY = new URL(process.env.SIGNPOST_GATEWAY ?? 'http://127.0.0.1:8000').origin;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page of another site</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/Chatroom.css"><div class="chat-container"></div><script src="/Chatroom.js"></script>
<script>new Chatroom({ host: ${JSON.stringify(GATEWAY)}, container: document.querySelector('.chat-container') }).openChat()</script>`;

const folder = await mkdtemp(join(tmpdir(), 'signpost-client-'));
const server = createServer();
let browser;
try {
  execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock',
    '--loglevel=error', `${CLIENT}@${VERSION}`], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 180_000 });
  const dist = (/** @type {string} */ name) => readFile(join(folder, 'node_modules', CLIENT, 'dist', name));
  const files = {
    '/': ['text/html', PAGE],
    '/Chatroom.js': ['text/javascript', await dist('Chatroom.js')],
    '/Chatroom.css': ['text/css', await dist('Chatroom.css')],
  };
  server.on('request', ({ url }, response) => {
    const [type, body] = files[url] ?? [];
    response.writeHead(body ? 200 : 404, { 'Content-Type': `${type ?? 'text/plain'}; charset=utf-8` }).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');

  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  await talk(await browser.newPage(), `http://127.0.0.1:${server.address().port}`);
  console.log(`${CLIENT} ${VERSION}: answered, with contacts`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser?.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
}

/** Says two things as a person would; throws if an answer lacks its contacts, or if anything else goes wrong on the page. */
async function talk(page, site) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  await watchRequests(page);

  await page.goto(site);
  await say(page, 'im 13 and my dad hurts me', ['Childline', CHILDLINE]);
  await say(page, 'he is hitting my sister right now', ['999']);
  assert.deepEqual(problems, []);
}

/** Types `words`, and waits for one bubble that comes after them and holds all of `expected`. */
async function say(page, words, expected) {
  await page.locator('.chatroom input[type=text]').fill(words);
  await page.keyboard.press('Enter');
  let answer = page.locator(`.chat.right:has-text(${JSON.stringify(words)}) ~ .chat.left`); // an earlier answer may hold the same number
  for (const part of expected) answer = answer.filter({ hasText: part });
  await answer.first().waitFor({ timeout: 30_000 });
  console.log(`> ${words}\n${(await answer.first().innerText()).trim()}\n`);
}

/** Prints what goes over the wire between the page and the gateway, preflights as well, which only the browser itself sees. */
async function watchRequests(page) {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  const sent = new Map();
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => sent.set(requestId, request));
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.url.startsWith(`${GATEWAY}/`)) return;
    const { method, headers } = sent.get(requestId) ?? { method: '?', headers: {} };
    const asks = headers['Content-Type'] ?? headers['Access-Control-Request-Headers'] ?? '';
    console.log(`${method} ${new URL(response.url).pathname} (${asks}): ${response.status}`);
  });
}
