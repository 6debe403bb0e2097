/**
 * Leaving now. After GOV.UK's "Exit this page", with two differences: the page is replaced in the
 * history instead of followed by another, and Shift is counted so that neither an on-screen keyboard
 * nor two Shift keys at once can miscount.
 */

import { h } from './dom.js';

const PRESSES = 3;
const PAUSE_MS = 5000;
const NEUTRAL = 'https://www.bbc.co.uk/weather';

/**
 * @param {string | null | undefined} wish
 * @returns {string} the site's address if it is one to go to, else the neutral one
 */
export function exitAddress(wish) {
  return wish && /^https?:\/\/[^\s/]+/i.test(wish) ? wish : NEUTRAL;
}

/**
 * @typedef {Pick<KeyboardEvent, 'key' | 'code' | 'repeat' | 'isComposing'>} Press
 */

/** Counts Shift pressed and let go by itself, three times, at most five seconds apart. */
export class ShiftCounter {
  #count = 0;
  /** Shift keys held down with nothing pressed meanwhile. @type {Set<string>} */
  #alone = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {{counted: (left: number) => void, over: () => void, leave: () => void, onScreen: () => boolean}} events
   *   `onScreen`: whether an on-screen keyboard may be what is typed on
   */
  constructor(events) {
    this.events = events;
  }

  /** @param {Press} press */
  down(press) {
    if (press.key !== 'Shift') {
      this.reset();
    } else if (!press.repeat && this.#physical(press)) {
      this.#alone.add(press.code);
    }
  }

  /** @param {Press} press */
  up(press) {
    if (press.key !== 'Shift' || !this.#alone.delete(press.code) || !this.#physical(press)) return;
    this.#count += 1;
    clearTimeout(this.#timer);
    if (this.#count >= PRESSES) {
      this.#count = 0;
      this.events.leave();
      return;
    }
    this.#timer = setTimeout(() => this.reset(), PAUSE_MS);
    this.events.counted(PRESSES - this.#count);
  }

  /** Another key, or the mouse: Shift was not pressed for itself. */
  reset() {
    clearTimeout(this.#timer);
    this.#alone.clear();
    if (!this.#count) return;
    this.#count = 0;
    this.events.over();
  }

  /** @param {Press} press On-screen keyboards name no key, or none that a person pressed. */
  #physical(press) {
    return (press.code === 'ShiftLeft' || press.code === 'ShiftRight') && !press.isComposing && !this.events.onScreen();
  }
}

/** Whether what is typed may come from an on-screen keyboard: touch alone, and a text field in use. */
export function onScreenKeyboard() {
  if (!matchMedia('(pointer: coarse)').matches || matchMedia('(any-pointer: fine)').matches) return false;
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && (active.matches('input, textarea') || active.isContentEditable);
}

/**
 * Cover everything at once: the next page may take seconds to come. The top layer, because a cookie
 * banner may have any z-index.
 * @param {ShadowRoot} root
 * @param {string} text
 * @returns {() => void} takes the cover off, for a page that comes back
 */
export function cover(root, text) {
  const sheet = h('dialog', { class: 'cover', 'aria-label': text }, h('p', { role: 'alert' }, text));
  const show = () => {
    if (!sheet.isConnected) return;
    if (sheet.showModal) sheet.showModal();
    else sheet.setAttribute('open', '');
  };
  // Escape would close the dialog, and stop the neutral page from loading.
  const stay = (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && event.preventDefault();
  document.addEventListener('keydown', stay, true);
  sheet.addEventListener('close', show);
  root.append(sheet);
  show();
  const title = document.title;
  document.title = text;
  return () => {
    document.removeEventListener('keydown', stay, true);
    sheet.remove();
    document.title = title;
  };
}

/**
 * Replaces this page, and the page around it where this one stands in a frame.
 * @param {string} address
 */
export function replacePage(address) {
  if (window.top && window.top !== window) {
    try {
      window.top.location.replace(address);
    } catch {
      // The frame may not; then at least this one goes.
    }
  }
  window.location.replace(address);
}
