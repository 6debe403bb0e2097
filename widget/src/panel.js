/** The chat's window: its head with the exit, the transcript, and the field below. */

import { Announcer } from './announce.js';
import { Composer } from './composer.js';
import { h, icon } from './dom.js';
import { firstLines, ownTurn, replyTurns, spoken } from './message.js';

/** @import { Choice, Message } from './types.js' */
/** @import { Directory } from './directory.js' */
/** @import { Key, Words } from './strings.js' */
/** @import { Setting } from './message.js' */

const CROSS = 'M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6 10.6 12 5 6.4z';

/**
 * @typedef {object} Doing what the person may do
 * @property {(text: string) => void} send
 * @property {(choice: Choice) => void} press
 * @property {() => void} people
 * @property {() => void} clear
 * @property {() => void} close
 * @property {() => void} leave
 */

export class Panel {
  /**
   * @param {{words: Words, directory: Directory, doing: Doing, exit: string, keys: boolean,
   *   first: Choice[], alone: boolean, inline: boolean, dir: string}} setting
   */
  constructor(setting) {
    const { words, doing } = setting;
    this.setting = setting;
    this.announcer = new Announcer();
    /** @type {(text: string, lang: string) => void} */
    const state = (text, lang) => this.announcer.state(text, lang);
    /** @type {Setting} */
    this.shown = { words, directory: setting.directory, press: doing.press, keys: setting.keys, state };
    this.composer = new Composer({ words, directory: setting.directory, send: doing.send, state });
    this.turns = h('ol', { class: 'turns', role: 'list' });
    this.wait = h('p', { class: 'waiting', hidden: true, lang: words.lang('waiting') },
      h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), words.say('waiting'));
    this.scroll = h('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': words.say('transcript') },
      this.turns, this.wait);
    this.heading = h('h2', { id: 'heading', tabindex: -1, lang: words.lang('heading') }, words.say('heading'));
    this.exit = exitLink(setting.exit, words, doing.leave);
    this.element = h('section', { id: 'panel', class: 'panel', part: 'panel', 'aria-labelledby': 'heading' },
      this.#head(), this.scroll, setting.alone ? null : this.composer.element);
    // Within, not on the panel itself, which keeps to the side that the page reads from.
    for (const part of this.element.children) part.setAttribute('dir', setting.dir);
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing && !setting.inline) doing.close();
    });
    this.begin();
  }

  /** Empty, with the first lines. */
  begin() {
    this.announcer.silence();
    this.composer.clear();
    this.turns.replaceChildren(firstLines(this.shown, this.setting.first));
    this.scroll.scrollTop = 0;
  }

  /** Empty, with nothing: what is left behind holds no word. */
  empty() {
    this.announcer.silence();
    this.composer.clear();
    this.turns.replaceChildren();
  }

  /** @param {string} text */
  said(text) {
    const item = ownTurn(text, this.setting.words);
    this.turns.append(item);
    this.#show(item);
    return item;
  }

  /** @param {Message[]} messages */
  reply(messages) {
    const { words } = this.setting;
    const items = replyTurns(messages, this.shown);
    const before = this.turns.lastElementChild;
    this.turns.append(...items);
    for (const message of messages) this.announcer.turn(spoken(message, words), message.lang);
    // What was asked stays in view above the beginning of the answer.
    this.#show(before?.classList.contains('you') ? /** @type {HTMLElement} */ (before) : items[0]);
  }

  /**
   * @param {HTMLElement} item
   * @param {() => void} again
   */
  unsent(item, again) {
    const { words } = this.setting;
    const button = h('button', { type: 'button', class: 'choice', lang: words.lang('retry') }, words.say('retry'));
    button.addEventListener('click', () => {
      // The button goes; the focus may not go with it.
      this.scroll.focus({ preventScroll: true });
      again();
    });
    item.append(h('div', { class: 'unsent' }, h('span', { lang: words.lang('notSent') }, words.say('notSent')), button));
  }

  /** Now it is, and it stands where its answer will follow. @param {HTMLElement} item */
  sent(item) {
    item.querySelector('.unsent')?.remove();
    this.turns.append(item);
  }

  /** @param {boolean} on */
  waiting(on) {
    const { words } = this.setting;
    this.wait.hidden = !on;
    this.composer.waiting = on;
    for (const button of this.turns.querySelectorAll('.choice')) button.setAttribute('aria-disabled', String(on));
    if (!on) return;
    this.announcer.state(words.say('waiting'), words.lang('waiting'));
    this.#show(this.wait);
  }

  /** @param {string} text */
  restore(text) {
    this.composer.restore(text);
  }

  /** @param {string} text */
  taken(text) {
    this.composer.taken(text);
  }

  #head() {
    const { doing, inline, words } = this.setting;
    const tools = h('div', { class: 'tools', role: 'group', 'aria-label': words.say('tools') },
      this.#tool('helplines', doing.people), this.#tool('clear', doing.clear));
    const close = h('button', { type: 'button', class: 'close', 'aria-label': words.say('close'), lang: words.lang('close') }, icon(CROSS));
    close.addEventListener('click', doing.close);
    return h('header', { class: 'head' }, this.heading, this.exit, inline ? null : close, tools);
  }

  /**
   * @param {Key} key
   * @param {() => void} action
   */
  #tool(key, action) {
    const { words } = this.setting;
    const button = h('button', { type: 'button', class: 'tool', lang: words.lang(key) }, words.say(key));
    button.addEventListener('click', action);
    return button;
  }

  /** The beginning of `item` at the top, without moving the page around the chat or the focus. @param {HTMLElement} item */
  #show(item) {
    const down = item.getBoundingClientRect().top - this.scroll.getBoundingClientRect().top;
    this.scroll.scrollTop += down - 12;
  }
}

/**
 * A real link: even where everything else fails, it leads away.
 * @param {string} address
 * @param {Words} words
 * @param {() => void} leave
 */
export function exitLink(address, words, leave) {
  const link = h('a', {
    class: 'exit', part: 'exit', href: address, rel: 'nofollow noreferrer', title: words.say('exitHint'), lang: words.lang('exit'),
  }, words.say('exit'));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  return link;
}
