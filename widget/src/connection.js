/**
 * Talking to the gateway: one question, one answer, and a named failure for everything else. The
 * session lives in this object alone.
 */

import { isCard } from './directory.js';

/** @import { Answer, Ask, Choice, Message } from './types.js' */

const TIMEOUT_MS = 8000;

/** Why no proper answer came. `messages` is what the server said to it, and may be empty. */
export class Failure extends Error {
  /**
   * @param {'offline' | 'late' | 'busy' | 'broken' | 'left'} kind
   * @param {Message[]} [messages]
   */
  constructor(kind, messages = []) {
    super(kind);
    this.kind = kind;
    this.messages = messages;
  }
}

export class Connection {
  /** @type {string | null} */
  #session = null;
  /** @type {Set<AbortController>} */
  #open = new Set();

  /**
   * @param {string} server
   * @param {{fetch?: typeof fetch, timeout?: number, beacon?: (url: string, body: string) => boolean}} [platform]
   */
  constructor(server, platform = {}) {
    this.server = server.replace(/\/+$/, '');
    this.fetch = platform.fetch ?? ((...args) => globalThis.fetch(...args));
    this.timeout = platform.timeout ?? TIMEOUT_MS;
    this.beacon = platform.beacon ?? ((url, body) => navigator.sendBeacon(url, body));
  }

  /**
   * @param {Ask} ask
   * @param {{lang: string, area?: string | null}} context
   * @returns {Promise<Message[]>}
   * @throws {Failure}
   */
  async ask(ask, { lang, area }) {
    const body = { ...ask, lang, ...(area && { area }), ...(this.#session && { session: this.#session }) };
    const { response, json } = await this.#fetch('/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { session, messages } = read(json);
    if (!response.ok) throw new Failure(response.status === 429 ? 'busy' : 'broken', messages);
    if (!messages.length) throw new Failure('broken');
    this.#session = session ?? this.#session;
    return messages;
  }

  /**
   * The contacts of today; null if they cannot be had, which is no failure.
   * @returns {Promise<unknown>}
   */
  async directory() {
    try {
      const { response, json } = await this.#fetch('/directory.json', {});
      return response.ok ? json : null;
    } catch {
      return null;
    }
  }

  /**
   * Break off what is under way and have the server forget. A beacon, because it outlives the page;
   * its text/plain needs no preflight, for which a page being left has no time.
   */
  forget() {
    for (const controller of this.#open) controller.abort();
    this.#open.clear();
    const session = this.#session;
    this.#session = null;
    if (!session) return;
    const url = `${this.server}/chat/forget`;
    const body = JSON.stringify({ session });
    try {
      if (this.beacon(url, body)) return;
    } catch {
      // Some browsers throw where others return false.
    }
    void this.fetch(url, { method: 'POST', body, keepalive: true, mode: 'no-cors', credentials: 'omit' }).catch(() => {});
  }

  /**
   * @param {string} path
   * @param {RequestInit} options
   * @returns {Promise<{response: Response, json: unknown}>}
   */
  async #fetch(path, options) {
    const controller = new AbortController();
    this.#open.add(controller);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      controller.abort();
    }, this.timeout);
    try {
      const response = await this.fetch(this.server + path, {
        ...options,
        signal: controller.signal,
        mode: 'cors',
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      const text = await response.text();
      return { response, json: parse(text) };
    } catch (error) {
      throw new Failure(late ? 'late' : controller.signal.aborted ? 'left' : 'offline');
    } finally {
      clearTimeout(timer);
      this.#open.delete(controller);
    }
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What is sound in a reply; anything else is left out.
 * @param {unknown} json
 * @returns {Answer}
 */
export function read(json) {
  const reply = /** @type {Record<string, unknown>} */ (json && typeof json === 'object' ? json : {});
  const messages = Array.isArray(reply.messages) ? reply.messages : [];
  return {
    session: typeof reply.session === 'string' ? reply.session : null,
    messages: messages.map(readMessage).filter((message) => message !== null),
  };
}

/**
 * @param {unknown} value
 * @returns {Message | null}
 */
function readMessage(value) {
  const message = /** @type {Record<string, unknown>} */ (value && typeof value === 'object' ? value : {});
  if (typeof message.text !== 'string' || !message.text.trim()) return null;
  return {
    text: message.text,
    lang: typeof message.lang === 'string' && /^[a-z]{2,3}(-[\w-]+)?$/i.test(message.lang) ? message.lang : 'en',
    topic: String(message.topic ?? ''),
    urgency: String(message.urgency ?? 'info'),
    buttons: Array.isArray(message.buttons) ? message.buttons.filter(isChoice) : [],
    cards: Array.isArray(message.cards) ? message.cards.filter(isCard) : [],
  };
}

/**
 * @param {unknown} value
 * @returns {value is Choice}
 */
function isChoice(value) {
  const choice = /** @type {Partial<Choice>} */ (value ?? {});
  return typeof choice.id === 'string' && typeof choice.title === 'string' && choice.title.trim() !== '';
}
