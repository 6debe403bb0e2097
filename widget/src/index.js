/**
 * The one script: names the element, and puts one on the page if the page has none of its own. The
 * settings of the script tag (`data-area="…"`) become the element's.
 */

import { define } from './signpost-chat-define.js';
import { SignpostChat } from './signpost-chat.js';

// An optimiser that inserts scripts again leaves no current one: then the first that is ours.
const script = /** @type {HTMLScriptElement | null} */ (
  document.currentScript ?? document.querySelector('script[src*="signpost.js"]'));

if (script?.src) SignpostChat.home = new URL(script.src).origin;
define();

function begin() {
  if (document.querySelector('signpost-chat') || script?.dataset.auto === 'off') return;
  const chat = document.createElement('signpost-chat');
  for (const { name, value } of script?.attributes ?? []) {
    if (name.startsWith('data-')) chat.setAttribute(name.slice('data-'.length), value);
  }
  // After <body>: no rule of the page counts it among its own children, no transform moves it.
  document.documentElement.append(chat);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
