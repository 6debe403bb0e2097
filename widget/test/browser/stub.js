/**
 * A small gateway for the tests: speaks the wire contract, records what it is asked, and fails in
 * every way that the tests name. Its contacts are those that the widget was built with.
 */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { BUNDLE } from '../../src/directory.generated.js';

const DIST = new URL('../../dist/', import.meta.url);
const PAGE = new URL('../../page/', import.meta.url);
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
/** The gateway's own. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** @param {string} id */
export const contact = (id) => {
  const found = BUNDLE.services.find((service) => service.id === id);
  if (!found) throw new Error(`no contact ${id} in the bundle`);
  return structuredClone(found);
};

export const ANSWERS = {
  urgent: {
    text: 'What is happening is not your fault. You can talk to Childline now, day or night.',
    lang: 'en', topic: 'being_hurt', urgency: 'urgent',
    buttons: [{ title: 'Someone is in danger now', id: 'topic:danger_now' }, { title: 'I’m under 19', id: 'audience:child' }],
    cards: [contact('childline'), contact('nspcc-helpline'), contact('police-101')],
  },
  emergency: {
    text: 'Call 999 now if you or someone else is in danger. Ask for the police, or an ambulance if somebody is hurt.',
    lang: 'en', topic: 'danger_now', urgency: 'emergency',
    buttons: [{ title: 'What happens if I call?', id: 'topic:what_happens' }],
    cards: [contact('emergency-999'), contact('childline')],
  },
};

/**
 * @typedef {'well' | 'slow' | 'busy' | 'broken' | 'empty' | 'nonsense' | 'html' | 'hang' | 'down'} Mood
 */

export class Stub {
  /** @type {Mood} */
  mood = 'well';
  /** The conversation begun last; each has its own, so that a late word of an earlier page is told apart. */
  session = '';
  #sessions = 0;
  /** Milliseconds before a well answer. */
  delay = 0;
  /** What the next answers are, in place of the usual ones. @type {object[] | null} */
  messages = null;
  /** What /directory.json says. @type {object | null} */
  directory = { services: BUNDLE.services, areas: [{ id: 'england', name: 'England', nation: 'england' }] };
  /** @type {{method: string, path: string, body: string, type: string, origin: string}[]} */
  asked = [];

  async start() {
    this.server = createServer((request, response) => void this.#handle(request, response));
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', () => resolve(undefined)));
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  reset() {
    Object.assign(this, { mood: 'well', delay: 0, messages: null, asked: [], directory: { services: BUNDLE.services, areas: [] } });
  }

  /** @param {string} path */
  to(path) {
    return this.asked.filter((request) => request.path === path && request.method !== 'OPTIONS');
  }

  async #handle(request, response) {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = new URL(request.url, this.origin).pathname;
    const { origin = '', 'content-type': type = '' } = request.headers;
    this.asked.push({ method: request.method, path, body, type, origin });
    if (this.mood === 'down') return request.socket.destroy();
    response.setHeader('access-control-allow-origin', origin || '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (path === '/signpost.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      return response.end(await readFile(new URL('signpost.js', DIST)));
    }
    if (path.startsWith('/embed/')) return this.#page(response, path.slice('/embed/'.length) || 'embed.html');
    if (path === '/directory.json') return this.#json(response, this.directory ? 200 : 503, this.directory ?? {});
    if (path === '/chat/forget') return this.#json(response, 200, { forgotten: true });
    if (path === '/chat') return this.#chat(response, body);
    return response.writeHead(404).end();
  }

  async #page(response, name) {
    response.writeHead(200, { 'content-type': `${TYPES[name.split('.').at(-1)]}; charset=utf-8`, 'content-security-policy': POLICY });
    response.end(await readFile(new URL(name, PAGE)));
  }

  async #chat(response, body) {
    if (this.delay) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const messages = this.messages ?? [/danger|emergency|999/.test(body) ? ANSWERS.emergency : ANSWERS.urgent];
    switch (this.mood) {
      case 'hang': return undefined;
      case 'busy':
        response.setHeader('retry-after', '3');
        response.setHeader('access-control-expose-headers', 'Retry-After');
        return this.#json(response, 429, { error: 'Please wait 3 seconds.', messages });
      case 'broken': return this.#json(response, 503, { error: 'Something went wrong.' });
      case 'empty': return this.#json(response, 200, []);
      case 'nonsense': return this.#json(response, 200, { session: 5, messages: [{ text: '' }, null, 7] });
      case 'html': return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to nginx!</h1>');
      default:
        if (!JSON.parse(body).session) this.session = `session-${this.#sessions += 1}`.padEnd(32, 'x');
        return this.#json(response, 200, { session: this.session, messages });
    }
  }

  #json(response, status, value) {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(value));
  }
}
