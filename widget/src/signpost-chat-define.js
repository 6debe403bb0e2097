/** Gives the element its name; apart from the class, so that importing that has no effect. */

import { SignpostChat } from './signpost-chat.js';

export function define() {
  if (!customElements.get('signpost-chat')) customElements.define('signpost-chat', SignpostChat);
}
