/**
 * <signpost-chat>: the chat on a page. This file ties the parts together and keeps their state;
 * attributes are listed in docs/embedding.md.
 */

import { Connection } from './connection.js';
import { css, palette, parse } from './contrast.js';
import { Conversation } from './conversation.js';
import { Directory } from './directory.js';
import { BUNDLE } from './directory.generated.js';
import { Dock, followKeyboard, hides, lower, misplaced, raise } from './dock.js';
import { h } from './dom.js';
import { ShiftCounter, cover, exitAddress, onScreenKeyboard, replacePage } from './exit.js';
import { Offline } from './offline.js';
import { Panel } from './panel.js';
import { earlyExit } from './skip.js';
import { words as wordsOf } from './strings.js';
import { dress } from './styles.js';

/** The colours where the site sets none. */
const COLOURS = { accent: 'rgb(15, 92, 99)', surface: 'rgb(255, 253, 249)', ink: 'rgb(27, 38, 44)' };
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/;

/** Built on connection, before anything can use it: a custom element has no attributes until then. */
const ON_CONNECTION = /** @type {any} */ (undefined);

export class SignpostChat extends HTMLElement {
  /** Set once, by the entry: where the script came from. */
  static home = '';

  /** @type {import('./strings.js').Words} */
  words = ON_CONNECTION;
  /** @type {Panel} */
  panel = ON_CONNECTION;
  /** @type {Dock} */
  dock = ON_CONNECTION;
  /** @type {Conversation} */
  conversation = ON_CONNECTION;
  /** @type {HTMLElement} */
  root = ON_CONNECTION;

  /** @type {AbortController | null} ends every listener outside the shadow root */
  #life = null;
  #used = false;
  /** @type {(() => void) | null} */
  #uncover = null;
  #stopFollowing = () => {};
  /** @type {HTMLElement | null} */
  #early = null;

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    if (!this.shadowRoot) this.#build(this.attachShadow({ mode: 'open' }));
    this.#colour();
    this.#listen(this.#life.signal);
    if (this.inline) this.#use();
    else if (misplaced(this.dock.element)) raise(this.dock.element);
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#life = null;
    this.#early?.remove();
    this.#early = null;
    this.conversation.wipe();
  }

  /** Whether it fills its place on the page instead of floating over it. */
  get inline() {
    return this.hasAttribute('open');
  }

  get expanded() {
    return this.inline || !this.panel.element.hidden;
  }

  /** @param {ShadowRoot} root */
  #build(root) {
    const lang = (this.getAttribute('lang') || 'en').toLowerCase();
    const alone = this.getAttribute('mode') === 'helplines';
    const directory = new Directory(BUNDLE);
    this.words = wordsOf(lang, this.#ownWords(), {
      emergency: directory.number('emergency-999'), childline: directory.number('childline'),
    });
    const offline = new Offline(directory, this.words, alone);
    const connection = new Connection(this.getAttribute('server') || SignpostChat.home || location.origin);
    const doing = {
      send: (/** @type {string} */ text) => this.conversation.send(text),
      press: (/** @type {import('./types.js').Choice} */ choice) => this.conversation.press(choice),
      people: () => this.conversation.people(),
      clear: () => this.#clear(),
      close: () => this.close(),
      leave: () => this.leave(),
    };
    const exit = exitAddress(this.getAttribute('exit-url'));
    const keys = !matchMedia('(pointer: coarse)').matches;
    const dir = RIGHT_TO_LEFT.test(this.words.lang('hello')) ? 'rtl' : 'ltr';
    this.panel = new Panel({ words: this.words, directory, doing, exit, keys, first: offline.safety, alone, inline: this.inline, dir });
    this.dock = new Dock({ words: this.words, exit, open: () => this.show(), leave: doing.leave, inline: this.inline });
    this.conversation = new Conversation({
      connection, directory, offline, view: this.panel, context: { lang, area: this.getAttribute('area') },
    });
    this.panel.element.hidden = !this.inline;
    dress(root);
    const { announcer, element } = this.panel;
    this.root = h('div', { class: `root ${this.inline ? 'in-page' : 'floating'}`, lang: this.words.lang('hello') },
      element, announcer.log, announcer.status);
    root.append(this.root, this.dock.element);
  }

  /** The chat floats open. Called by the person's own press alone, never by the page. */
  show() {
    if (this.expanded) return;
    const { element } = this.panel;
    element.hidden = false;
    this.dock.launcher.setAttribute('aria-expanded', 'true');
    this.dock.element.hidden = true;
    raise(element);
    this.#stopFollowing = followKeyboard(element);
    this.#use();
    this.panel.heading.focus({ preventScroll: true });
  }

  /** Closed, with the conversation kept for as long as the page stays. @param {boolean} [focus] */
  close(focus = true) {
    if (this.inline || !this.expanded) return;
    this.#stopFollowing();
    lower(this.panel.element);
    this.panel.element.hidden = true;
    this.dock.element.hidden = false;
    this.dock.exit.hidden = false;
    raise(this.dock.element);
    this.dock.launcher.setAttribute('aria-expanded', 'false');
    if (focus) this.dock.launcher.focus({ preventScroll: true });
  }

  /** Leave now: covered first, then wiped, then gone. */
  leave() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    this.#uncover ??= cover(root, this.words.say('loading'));
    this.conversation.wipe();
    this.panel.empty();
    replacePage(this.panel.exit.href);
  }

  #clear() {
    this.conversation.wipe();
    this.panel.announcer.state(this.words.say('cleared'), this.words.lang('cleared'));
  }

  /** From the first use on there is something to leave from, and contacts to have right. */
  #use() {
    this.conversation.refresh();
    if (this.#used) return;
    this.#used = true;
    this.#early = earlyExit(this.panel.exit.href, this.words, () => this.leave());
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const { announcer } = this.panel;
    /** @param {import('./strings.js').Key} key @param {number} [count] */
    const say = (key, count = 0) => announcer.state(this.words.say(key, { count }), this.words.lang(key));
    const shift = new ShiftCounter({
      counted: (left) => say(left > 1 ? 'shiftMore' : 'shiftOnce', left),
      over: () => say('shiftOver'),
      leave: () => this.leave(),
      onScreen: onScreenKeyboard,
    });
    const capture = { capture: true, signal };
    document.addEventListener('keydown', (event) => this.#used && shift.down(event), capture);
    document.addEventListener('keyup', (event) => this.#used && shift.up(event), capture);
    document.addEventListener('pointerdown', () => shift.reset(), capture);
    document.addEventListener('focusin', (event) => this.#dodge(event), { signal });
    // Left or put away with the page: nothing may wait there for whoever comes back.
    window.addEventListener('pagehide', () => this.#leftBehind(), { signal });
    window.addEventListener('pageshow', (event) => event.persisted && this.#returned(), { signal });
    if (this.inline && 'IntersectionObserver' in window) this.#keepExitInView(signal);
  }

  #leftBehind() {
    this.conversation.wipe();
    this.panel.empty();
  }

  #returned() {
    this.#uncover?.();
    this.#uncover = null;
    this.panel.begin();
  }

  /** @param {FocusEvent} event */
  #dodge(event) {
    const focused = event.composedPath()[0];
    if (!(focused instanceof Element) || event.target === this || event.target === this.#early) return;
    if (!this.inline && this.expanded && hides(this.panel.element, focused)) this.close(false);
    this.dock.dodge(focused);
  }

  /** In the page the head can scroll away; the exit then stands by itself. @param {AbortSignal} signal */
  #keepExitInView(signal) {
    const observer = new IntersectionObserver(([entry]) => {
      this.dock.exit.hidden = entry.isIntersecting;
    });
    observer.observe(this.panel.exit);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** @returns {Record<string, unknown>} the site's own words */
  #ownWords() {
    /** @type {Record<string, unknown>} */
    let own = {};
    try {
      own = JSON.parse(this.getAttribute('strings') || '{}') ?? {};
    } catch {
      console.warn('signpost-chat: the attribute "strings" is not JSON; the usual words are used.');
    }
    const label = this.getAttribute('label');
    const heading = this.getAttribute('heading');
    return { ...own, ...(label && { launcher: label }), ...(heading && { heading }) };
  }

  /** The site's colours, made readable where they are not. */
  #colour() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const probe = h('span', { class: 'probe' });
    root.append(probe);
    /** @param {'accent' | 'surface' | 'ink'} name */
    const wish = (name) => {
      probe.style.color = `var(--signpost-${name}, ${COLOURS[name]})`;
      // An attribute needs no style sheet on the page; one that is no colour changes nothing here.
      probe.style.color = this.getAttribute(name) ?? probe.style.color;
      const colour = parse(getComputedStyle(probe).color) ?? parse(COLOURS[name]);
      return /** @type {[number, number, number]} */ (colour);
    };
    const colours = palette({ accent: wish('accent'), surface: wish('surface'), ink: wish('ink') });
    probe.remove();
    for (const [name, colour] of Object.entries(colours)) {
      for (const element of [this.root, this.dock.element]) element.style.setProperty(`--${name}`, css(colour));
    }
  }
}
