/**
 * What a screen reader says when something arrives. The regions stand apart from the transcript, so
 * that reading back is undisturbed and nothing is said twice.
 */

import { h } from './dom.js';

/** Long enough that a screen reader takes it up, short enough that nobody finds it by browsing. */
const STAY_MS = 3000;

export class Announcer {
  constructor() {
    this.log = h('div', { class: 'unseen', role: 'log', 'aria-live': 'polite', 'aria-atomic': 'false' });
    this.status = h('div', { class: 'unseen', role: 'status' });
  }

  /**
   * A turn of the conversation.
   * @param {string} text
   * @param {string} lang
   */
  turn(text, lang) {
    this.#put(this.log, text, lang);
  }

  /**
   * Something about the chat itself.
   * @param {string} text
   * @param {string} lang
   */
  state(text, lang) {
    this.status.replaceChildren();
    this.#put(this.status, text, lang);
  }

  /** Stop: nothing that was written here may still be spoken. */
  silence() {
    this.log.replaceChildren();
    this.status.replaceChildren();
  }

  /**
   * @param {HTMLElement} region
   * @param {string} text
   * @param {string} lang
   */
  #put(region, text, lang) {
    const line = h('p', { lang }, text);
    region.append(line);
    setTimeout(() => line.remove(), STAY_MS);
  }
}
