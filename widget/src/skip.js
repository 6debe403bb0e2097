/**
 * The early way out: a link, first on the page for the keyboard and shown when it has the focus.
 * It stands before <body>, so that no style of the page counts it among its own children.
 */

import { exitLink } from './panel.js';
import { dress } from './styles.js';

/** @import { Words } from './strings.js' */

/**
 * @param {string} address
 * @param {Words} words
 * @param {() => void} leave
 * @returns {HTMLElement}
 */
export function earlyExit(address, words, leave) {
  const host = document.createElement('div');
  host.dataset.signpostExit = '';
  const root = host.attachShadow({ mode: 'open' });
  dress(root);
  const link = exitLink(address, words, leave);
  link.classList.add('early');
  root.append(link);
  document.documentElement.insertBefore(host, document.body);
  return host;
}
