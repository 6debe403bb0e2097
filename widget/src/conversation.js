/** The conversation: who said what, what is asked of the server, and what is said when it fails. */

import { Failure } from './connection.js';

/** @import { Ask, Choice, Message } from './types.js' */
/** @import { Connection } from './connection.js' */
/** @import { Directory } from './directory.js' */
/** @import { Offline } from './offline.js' */

/** How long an answer waits for the contacts of today, so that its numbers can be links. */
const CONTACTS_MS = 1000;

const REASONS = /** @type {const} */ ({ offline: 'offline', late: 'late', busy: 'tooMany', broken: 'broken' });

/**
 * @typedef {object} View
 * @property {(text: string) => HTMLElement} said shows what the person said
 * @property {(messages: Message[]) => void} reply
 * @property {(item: HTMLElement, again: () => void) => void} unsent marks it, with a way to try again
 * @property {(item: HTMLElement) => void} sent takes that mark off
 * @property {(on: boolean) => void} waiting
 * @property {(text: string) => void} restore gives unsent words back
 * @property {(text: string) => void} taken
 * @property {() => void} begin empties the transcript and shows the first lines
 */

/** @typedef {{ask: Ask, said: string, item: HTMLElement}} Turn */

export class Conversation {
  /** Rises with every wipe, so that an answer to what was wiped is dropped. */
  #era = 0;
  #busy = false;
  /** @type {Promise<void> | null} */
  #contacts = null;

  /**
   * @param {{connection: Connection, directory: Directory, offline: Offline, view: View,
   *   context: {lang: string, area: string | null}}} parts
   */
  constructor(parts) {
    this.parts = parts;
  }

  /** Fetch the contacts of today; without them those of the bundle stand. */
  refresh() {
    const { connection, directory } = this.parts;
    this.#contacts ??= connection.directory().then((snapshot) => {
      if (!directory.refresh(snapshot)) this.#contacts = null;
    });
  }

  /** @param {string} text */
  send(text) {
    void this.#ask({ message: text }, text, this.parts.view.said(text));
  }

  /** @param {Choice} choice */
  press(choice) {
    const { offline, view } = this.parts;
    const local = offline.answer(choice.id);
    if (!local && this.#busy) return;
    const item = view.said(choice.title);
    if (local) view.reply([local]);
    else void this.#ask({ button: choice.id }, choice.title, item);
  }

  /** Helplines at once, whatever else is going on. */
  people() {
    this.parts.view.reply([this.parts.offline.people()]);
  }

  /** Forget everything, here and at the server. */
  wipe() {
    this.#era += 1;
    this.#busy = false;
    this.#contacts = null;
    this.parts.connection.forget();
    this.parts.view.waiting(false);
    this.parts.view.begin();
  }

  /** Ask once more what was not answered. @param {Turn} turn */
  #retry(turn) {
    if (this.#busy) return;
    this.parts.view.sent(turn.item);
    void this.#ask(turn.ask, turn.said, turn.item);
  }

  /**
   * @param {Ask} ask
   * @param {string} said
   * @param {HTMLElement} item
   */
  async #ask(ask, said, item) {
    const { connection, context, view } = this.parts;
    const era = this.#era;
    this.#busy = true;
    view.waiting(true);
    this.refresh();
    try {
      const messages = await connection.ask(ask, context);
      await Promise.race([this.#contacts, new Promise((resolve) => setTimeout(resolve, CONTACTS_MS))]);
      if (era !== this.#era) return;
      this.#done();
      view.taken(said);
      view.reply(messages);
    } catch (error) {
      if (era !== this.#era) return;
      this.#done();
      this.#fail(error instanceof Failure ? error : new Failure('broken'), { ask, said, item });
    }
  }

  #done() {
    this.#busy = false;
    this.parts.view.waiting(false);
  }

  /**
   * @param {Failure} failure
   * @param {Turn} turn
   */
  #fail(failure, turn) {
    if (failure.kind === 'left') return;
    const { view, offline } = this.parts;
    const button = 'button' in turn.ask ? turn.ask.button : null;
    view.unsent(turn.item, () => this.#retry(turn));
    if (!button) view.restore(turn.said);
    view.reply(offline.help(REASONS[failure.kind], button?.replace(/^topic:/, '') ?? '', failure.messages));
  }
}
