/**
 * Links, and the devices they suit. A number is a link only where the device is held in the hand:
 * elsewhere a tap on it opens a set-up wizard instead of a call.
 */

import { h, hidden } from './dom.js';

/** @import { Directory } from './directory.js' */
/** @import { Words } from './strings.js' */

const SCHEMES = /^(https:\/\/|tel:[0-9+]+$|sms:[0-9+]+$|mailto:[^\s?]+@[^\s?]+$)/i;
const LINKABLE = /https:\/\/[^\s<>()]*[^\s<>().,;:!?]|[^\s@<>()]+@[^\s@<>()]*[^\s@<>().,;:!?]|\+?\d(?:[\d ]*\d)?/g;

/** Whether this device makes calls, as far as a page can tell. */
export function canCall() {
  return globalThis.matchMedia?.('(pointer: coarse)').matches ?? false;
}

/**
 * @param {string} address
 * @param {string} kind the class of the link
 * @param {Words} words
 * @param {...(Node | string)} children
 * @returns {HTMLAnchorElement | HTMLSpanElement} plain words if the address is of no allowed kind
 */
export function link(address, kind, words, ...children) {
  if (!SCHEMES.test(address)) return h('span', { class: kind }, ...children);
  const away = address.toLowerCase().startsWith('https:');
  // A new tab: following a link must not end the chat that showed it.
  const attributes = away ? { target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' } : {};
  const anchor = h('a', { class: kind, href: address, ...attributes }, ...children);
  if (away) anchor.append(hidden(` ${words.say('newTab')}`));
  return anchor;
}

/**
 * Text in which the addresses that the directory holds are links; all others stay text.
 * @param {string} text
 * @param {Directory} directory
 * @param {Words} words
 * @returns {(Node | string)[]}
 */
export function linkified(text, directory, words) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(LINKABLE)) {
    const address = known(found[0], directory);
    if (!address) continue;
    parts.push(text.slice(end, found.index), link(address, 'inline', words, found[0]));
    end = /** @type {number} */ (found.index) + found[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

/**
 * @param {string} found
 * @param {Directory} directory
 * @returns {string | undefined}
 */
function known(found, directory) {
  if (found.includes('@')) return [`mailto:${found}`].find((address) => directory.knows(address));
  if (/^https:/i.test(found)) return [found, `${found}/`].find((address) => directory.knows(address));
  if (!canCall()) return undefined;
  const digits = found.replace(/\s/g, '');
  return [`tel:${digits}`, `sms:${digits}`].find((address) => directory.knows(address));
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
