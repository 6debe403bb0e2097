/** The field in which a person writes, with its errors, its counter and the gentle note beside it. */

import { h } from './dom.js';
import { personalDetail } from './notice.js';

/** @import { Directory } from './directory.js' */
/** @import { Key, Words } from './strings.js' */

/** As the gateway's: a child's whole story fits. */
const LONGEST = 5000;
const LATE = 0.8;

export class Composer {
  #waiting = false;
  /** @type {string} */
  #noted = '';

  /**
   * @param {{words: Words, directory: Directory, send: (text: string) => void,
   *   state: (text: string, lang: string) => void}} setting
   */
  constructor(setting) {
    const { words } = setting;
    this.setting = setting;
    // No spelling check: some browsers send what is checked to their maker.
    this.field = h('textarea', {
      id: 'field', rows: 2, autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'send', dir: 'auto',
      'aria-describedby': 'problem note count', lang: words.lang('label'),
    });
    this.problem = h('p', { id: 'problem', class: 'problem', hidden: true });
    this.note = h('p', { id: 'note', class: 'gentle', hidden: true });
    this.count = h('p', { id: 'count', class: 'count', hidden: true });
    this.button = h('button', { type: 'submit', class: 'send', lang: words.lang('send') }, words.say('send'));
    const label = h('label', { for: 'field', lang: words.lang('label') }, words.say('label'));
    this.element = h('form', { class: 'composer', novalidate: true },
      label, this.problem, this.note, h('div', { class: 'line' }, this.field, this.button), this.count);
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.field.addEventListener('keydown', (event) => this.#key(event));
    this.field.addEventListener('input', () => this.#written());
  }

  /** @param {boolean} on */
  set waiting(on) {
    this.#waiting = on;
    // Not `disabled`, which would throw the focus away.
    this.button.setAttribute('aria-disabled', String(on));
  }

  /** Give unsent words back, unless something else was written since. @param {string} text */
  restore(text) {
    if (!this.field.value.trim()) this.field.value = text;
  }

  /** The words have arrived after all. @param {string} text */
  taken(text) {
    if (this.field.value.trim() === text) this.clear();
  }

  clear() {
    this.field.value = '';
    this.#noted = '';
    this.note.hidden = true;
    this.count.hidden = true;
    this.#complain(null);
  }

  #submit() {
    const { words, state, send } = this.setting;
    const text = this.field.value.trim();
    if (this.#waiting) {
      state(words.say('busy'), words.lang('busy'));
    } else if (!text) {
      this.#complain('empty');
    } else if (text.length > LONGEST) {
      this.#complain('long', text.length - LONGEST);
    } else {
      this.clear();
      send(text);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // Enter also picks a word in Japanese, Chinese and other input methods (keyCode 229 in Safari).
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#submit();
  }

  #written() {
    const { words } = this.setting;
    const { length } = this.field.value;
    if (!this.problem.hidden && length && length <= LONGEST) this.#complain(null);
    this.count.hidden = length < LONGEST * LATE;
    this.count.textContent = words.say('left', { count: Math.max(0, LONGEST - length) });
    this.#notice();
  }

  /** Beside the field while it is written, so that sending is never held up. */
  #notice() {
    const { words, directory, state } = this.setting;
    const key = personalDetail(this.field.value, (number) => directory.knows(`tel:${number.replace(/[^0-9+]/g, '')}`));
    this.note.hidden = !key;
    if (!key) return;
    const text = `${words.say(key)} ${words.say('noticeAfter')}`;
    this.note.lang = words.lang(key);
    this.note.textContent = text;
    if (this.#noted !== key) state(text, words.lang(key));
    this.#noted = key;
  }

  /**
   * @param {Key | null} key
   * @param {number} [count]
   */
  #complain(key, count = 0) {
    const { words, state } = this.setting;
    this.problem.hidden = !key;
    this.field.toggleAttribute('aria-invalid', false);
    if (!key) return;
    const text = words.say(key, { count });
    this.problem.lang = words.lang(key);
    this.problem.textContent = text;
    this.field.setAttribute('aria-invalid', 'true');
    state(text, words.lang(key));
    this.field.focus();
  }
}
