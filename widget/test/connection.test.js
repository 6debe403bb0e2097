import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Connection, Failure, read } from '../src/connection.js';

const REPLY = { session: 's1', messages: [{ text: 'Hello', lang: 'en', topic: 'greet', urgency: 'talk' }] };
const json = (value, status = 200) => new Response(JSON.stringify(value), { status });

/** @param {(url: string, options: RequestInit) => Promise<Response>} fetch */
const to = (fetch, more = {}) => new Connection('https://gateway.example/', { fetch, beacon: () => true, ...more });
const fails = (kind) => (error) => error instanceof Failure && error.kind === kind;

describe('asking', () => {
  it('sends the message, and from then on the session that the server gave', async () => {
    const sent = [];
    const connection = to(async (url, options) => {
      sent.push({ url, body: JSON.parse(options.body) });
      return json(REPLY);
    });
    await connection.ask({ message: 'hi' }, { lang: 'cy', area: 'england' });
    await connection.ask({ button: 'topic:grooming' }, { lang: 'en', area: null });
    assert.deepEqual(sent[0], { url: 'https://gateway.example/chat', body: { message: 'hi', lang: 'cy', area: 'england' } });
    assert.deepEqual(sent[1].body, { button: 'topic:grooming', lang: 'en', session: 's1' });
  });

  it('tells no site where it is, takes no cookie, and follows no redirect', async () => {
    let seen;
    await to(async (url, options) => {
      seen = options;
      return json(REPLY);
    }).ask({ message: 'hi' }, { lang: 'en' });
    const { credentials, cache, redirect, referrerPolicy } = seen;
    assert.deepEqual({ credentials, cache, redirect, referrerPolicy }, { credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer' });
  });
});

describe('what is no answer', () => {
  const cases = [
    ['an unreachable server', async () => { throw new TypeError('Failed to fetch'); }, 'offline'],
    ['an empty list', async () => json([]), 'broken'],
    ['no message', async () => json({ session: 's', messages: [] }), 'broken'],
    ['messages without words', async () => json({ messages: [{ text: ' ' }, null, { text: 5 }] }), 'broken'],
    ['a web page', async () => new Response('<h1>Hello</h1>'), 'broken'],
    ['null', async () => json(null), 'broken'],
    ['a server error', async () => json({ error: 'x' }, 503), 'broken'],
    ['too many requests', async () => json({ error: 'x' }, 429), 'busy'],
  ];
  for (const [name, fetch, kind] of cases) {
    it(`${name} is "${kind}"`, () => assert.rejects(to(fetch).ask({ message: 'hi' }, { lang: 'en' }), fails(kind)));
  }

  it('a server that does not answer is given up in time', () => {
    const hang = (url, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    return assert.rejects(to(hang, { timeout: 20 }).ask({ message: 'hi' }, { lang: 'en' }), fails('late'));
  });

  it('a body that never ends is given up in time', () => {
    const endless = async (url, { signal }) => new Response(new ReadableStream({
      start(controller) { signal.addEventListener('abort', () => controller.error(new Error('aborted'))); },
    }));
    return assert.rejects(to(endless, { timeout: 20 }).ask({ message: 'hi' }, { lang: 'en' }), fails('late'));
  });

  it('keeps the help that an error carries', async () => {
    const error = await to(async () => json({ error: 'wait', messages: REPLY.messages }, 429)).ask({ message: 'hi' }, { lang: 'en' }).catch((e) => e);
    assert.equal(error.messages[0].text, 'Hello');
  });
});

describe('forgetting', () => {
  it('breaks off what is under way and sends the session once', async () => {
    const beacons = [];
    let answers = 0;
    const connection = to(async (url, { signal }) => {
      answers += 1;
      if (answers === 1) return json(REPLY);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }, { beacon: (url, body) => beacons.push([url, body]) });
    await connection.ask({ message: 'hi' }, { lang: 'en' });
    const pending = connection.ask({ message: 'more' }, { lang: 'en' });
    connection.forget();
    connection.forget();
    await assert.rejects(pending, fails('left'));
    assert.deepEqual(beacons, [['https://gateway.example/chat/forget', '{"session":"s1"}']]);
  });

  it('sends nothing where there is nothing to forget', () => {
    const connection = to(async () => json(REPLY), { beacon: () => assert.fail('a beacon was sent') });
    connection.forget();
  });

  it('uses a request that outlives the page where a beacon is refused', async () => {
    const sent = [];
    const connection = to(async (url, options) => {
      sent.push([url, options.keepalive]);
      return json(REPLY);
    }, { beacon: () => { throw new Error('blocked'); } });
    await connection.ask({ message: 'hi' }, { lang: 'en' });
    connection.forget();
    assert.deepEqual(sent[1], ['https://gateway.example/chat/forget', true]);
  });
});

describe('reading a reply', () => {
  it('drops what is not sound and keeps the rest', () => {
    const { messages } = read({ messages: [{
      text: 'Hi', lang: 'en"><script>', buttons: [{ title: 'A', id: 'a' }, { title: '', id: 'b' }, 'c', null],
      cards: [{ id: 'x', name: 'X', channels: [{ type: 'voice', number: '999' }] }, { id: 'y' }, null, { id: 'z', name: 'Z', channels: [{ type: 'voice', number: 5 }] }],
    }] });
    assert.deepEqual(messages[0].buttons, [{ title: 'A', id: 'a' }]);
    assert.deepEqual(messages[0].cards.map(({ id }) => id), ['x']);
    assert.equal(messages[0].lang, 'en');
  });
});
