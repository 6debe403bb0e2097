/** Where the chat stands on a page: the launcher, the top layer, and out of the way of what is focused. */

import { h, icon } from './dom.js';
import { exitLink } from './panel.js';

/** @import { Words } from './strings.js' */

const SIGN = 'M11 2h2v2h6l3 3-3 3h-6v2H5l-3-3 3-3h6zM11 13h2v9h-2z';

/** The closed state: a button, and once the chat was used, the exit beside it. */
export class Dock {
  /** @param {{words: Words, exit: string, open: () => void, leave: () => void, inline: boolean}} setting */
  constructor({ words, exit, open, leave, inline }) {
    this.launcher = h('button', {
      type: 'button', class: 'launcher', part: 'launcher', 'aria-expanded': 'false', lang: words.lang('launcher'),
    }, icon(SIGN), h('span', {}, words.say('launcher')));
    this.launcher.addEventListener('click', open);
    this.exit = exitLink(exit, words, leave);
    this.exit.hidden = true;
    this.element = h('div', { class: 'dock' }, this.exit, inline ? null : this.launcher);
  }

  /** Step aside if the dock hides what the keyboard is on (WCAG 2.2, 2.4.11). @param {Element} focused */
  dodge(focused) {
    this.element.classList.remove('aside');
    this.element.classList.toggle('aside', hides(this.element, focused));
  }
}

/**
 * Whether `cover` lies over more than half of `element`.
 * @param {Element} cover
 * @param {Element} element
 */
export function hides(cover, element) {
  const over = cover.getBoundingClientRect();
  const under = element.getBoundingClientRect();
  const width = Math.min(over.right, under.right) - Math.max(over.left, under.left);
  const height = Math.min(over.bottom, under.bottom) - Math.max(over.top, under.top);
  return width > 0 && height > 0 && width * height > (under.width * under.height) / 2;
}

/**
 * Into the top layer, where no z-index, transform or overflow of the page reaches.
 * @param {HTMLElement} element
 */
export function raise(element) {
  if (!('showPopover' in element) || !element.isConnected) return;
  element.setAttribute('popover', 'manual');
  if (!element.matches(':popover-open')) element.showPopover();
}

/** @param {HTMLElement} element */
export function lower(element) {
  element.removeAttribute('popover');
}

/**
 * Whether an element that is fixed to a corner of the window is somewhere else, as it is in a
 * transformed part of a page.
 * @param {HTMLElement} element
 */
export function misplaced(element) {
  const { bottom, left, right } = element.getBoundingClientRect();
  const near = 120;
  return Math.abs(innerHeight - bottom) > near || (left > near && document.documentElement.clientWidth - right > near);
}

/**
 * Keep a full-screen panel within what an on-screen keyboard leaves free, so that exit and field
 * stay in view.
 * @param {HTMLElement} element
 * @returns {() => void} stops
 */
export function followKeyboard(element) {
  const view = window.visualViewport;
  if (!view) return () => {};
  const fit = () => {
    element.style.setProperty('--view-height', `${view.height}px`);
    element.style.setProperty('--view-top', `${view.offsetTop}px`);
  };
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  fit();
  return () => {
    view.removeEventListener('resize', fit);
    view.removeEventListener('scroll', fit);
  };
}
