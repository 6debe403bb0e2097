/** Puts the style sheet into a shadow root, in the one way that a strict content policy allows. */

import { h } from './dom.js';
import text from './styles.css';

/** @type {CSSStyleSheet | null | undefined} shared by all */
let shared;

/** @param {ShadowRoot} root */
export function dress(root) {
  shared ??= sheet();
  if (shared) root.adoptedStyleSheets = [shared];
  // Safari before 16.4 has no constructed sheets.
  else root.append(h('style', {}, text));
}

function sheet() {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return 'adoptedStyleSheets' in document ? made : null;
  } catch {
    return null;
  }
}
