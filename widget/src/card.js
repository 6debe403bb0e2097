/** A contact as a card: who it is, why, how to reach it, and what that costs and shows. */

import { EMERGENCY } from './directory.js';
import { h, hidden, icon } from './dom.js';
import { canCall, copy, link } from './links.js';
import { opening, when } from './time.js';

/** @import { Card, Channel } from './types.js' */
/** @import { Words } from './strings.js' */

/** More ways than these stand behind "More ways to reach …". */
const AT_ONCE = 3;

const ICONS = {
  voice: 'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z',
  sms: 'M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H8l-5 4V6a2 2 0 0 1 1-2z',
  web: 'M14 3h7v7h-2V6.4l-8.3 8.3-1.4-1.4L17.6 5H14zM5 5h5v2H5v12h12v-5h2v5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z',
  email: 'M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zm8 7.3L4.5 7.5v2L12 14.4l7.5-4.9v-2z',
};

/**
 * @typedef {object} Surroundings
 * @property {Words} words
 * @property {(text: string, lang: string) => void} state says something to a screen reader
 */

/**
 * @param {Card} card settled against the directory, so that every href in it is known
 * @param {boolean} emergency whether danger is the matter of the answer
 * @param {Surroundings} surroundings
 * @returns {HTMLElement}
 */
export function cardElement(card, emergency, surroundings) {
  const { words } = surroundings;
  const grave = emergency && card.id === EMERGENCY;
  const shown = card.channels.filter((channel, i) => i < AT_ONCE && !channel.steps?.length);
  const folded = card.channels.filter((channel) => !shown.includes(channel));
  const element = h('article', { class: grave ? 'card grave' : 'card', lang: card.lang || 'en' });
  element.append(
    h('h3', {}, grave ? hidden(`${words.say('emergency')}: `) : null, card.name),
    h('p', { class: 'why' }, card.why || card.description || ''),
    h('ul', { class: 'ways', role: 'list' }, ...shown.map((channel) => way(channel, card, surroundings))),
  );
  for (const channel of folded.filter(({ steps }) => steps?.length)) element.append(withSteps(channel, card, surroundings));
  const others = folded.filter(({ steps }) => !steps?.length);
  if (others.length) {
    const list = h('ul', { class: 'ways', role: 'list' }, ...others.map((channel) => way(channel, card, surroundings)));
    element.append(fold(words.say('otherWays', { name: card.name }), list));
  }
  element.append(smallPrint(card, words));
  return element;
}

/**
 * @param {Card} card
 * @param {Words} words
 */
function smallPrint(card, words) {
  const print = h('div', { class: 'print' });
  if (card.eligibility) {
    print.append(h('p', {}, h('span', { lang: words.lang('whoFor') }, words.say('whoFor')), ` ${card.eligibility}`));
  }
  const date = when.day(card.checked, words.lang('checked'));
  if (date) print.append(h('p', { lang: words.lang('checked') }, words.say('checked', { date })));
  return print;
}

/**
 * @param {Channel} channel
 * @param {Card} card
 * @param {Surroundings} surroundings
 */
function withSteps(channel, card, surroundings) {
  const steps = h('ol', { class: 'steps' }, ...(channel.steps ?? []).map((step) => h('li', {}, step)));
  return fold(channel.label, way(channel, card, surroundings, 'div'), steps);
}

/**
 * @param {string} summary
 * @param {...Node} content
 */
function fold(summary, ...content) {
  return h('details', {}, h('summary', {}, summary), ...content);
}

/**
 * One way to reach the service.
 * @param {Channel} channel
 * @param {Card} card
 * @param {Surroundings} surroundings
 * @param {'li' | 'div'} [tag]
 */
function way(channel, card, surroundings, tag = 'li') {
  const { words } = surroundings;
  const rung = channel.type === 'voice' || channel.type === 'sms' || channel.type === 'textphone';
  const action = rung ? number(channel, card, surroundings) : place(channel, card, words);
  const facts = [channel.hours, channel.cost].filter(Boolean).join(' · ').replace(/\. ·/g, ' ·');
  const state = opening(channel, words);
  return h(tag, { class: `way ${channel.type}` },
    action,
    h('p', { class: 'facts' },
      state && h('span', { class: channel.open_now ? 'open' : 'shut', lang: words.lang('open') }, state),
      state && facts ? ' ' : null,
      facts),
    channel.description ? h('p', { class: 'note' }, channel.description) : null);
}

/**
 * @param {Channel} channel
 * @param {Card} card
 * @param {Surroundings} surroundings
 */
function number(channel, card, surroundings) {
  const { words } = surroundings;
  const digits = channel.number ?? '';
  // The label of a folded way is its summary; there the verb alone is left to say.
  const verb = channel.steps?.length ? words.say(channel.type === 'sms' ? 'text' : 'call') : channel.label;
  const what = [h('span', { class: 'verb' }, verb), ' ', h('strong', {}, digits), hidden(` (${card.name})`)];
  if (channel.href && canCall()) {
    const sign = icon(channel.type === 'sms' ? ICONS.sms : ICONS.voice);
    return link(channel.href, 'act', words, sign, h('span', {}, ...what));
  }
  const line = h('p', { class: 'number' }, ...what);
  if (channel.href) line.append(' ', copyButton(digits, card.name, surroundings));
  return line;
}

/**
 * @param {string} what
 * @param {string} name
 * @param {Surroundings} surroundings
 */
function copyButton(what, name, { words, state }) {
  const lang = words.lang('copy');
  const button = h('button', { type: 'button', class: 'copy', lang }, words.say('copy'), hidden(` ${what} (${name})`));
  button.addEventListener('click', async () => {
    const key = (await copy(what)) ? 'copied' : 'copyFailed';
    const said = words.say(key, { what });
    state(said, words.lang(key));
    const told = h('span', { class: 'told', lang: words.lang(key) }, said);
    button.parentElement?.querySelector('.told')?.remove();
    button.after(told);
  });
  return button;
}

/**
 * A website, an e-mail address or a postal one.
 * @param {Channel} channel
 * @param {Card} card
 * @param {Words} words
 */
function place(channel, card, words) {
  const address = channel.address ?? '';
  const name = hidden(` (${card.name})`);
  if (channel.href) {
    const sign = icon(channel.type === 'email' ? ICONS.email : channel.type === 'webchat' ? ICONS.sms : ICONS.web);
    const text = channel.type === 'email' ? `${channel.label} ${address}` : channel.label;
    return link(channel.href, 'act', words, sign, h('span', {}, text, name));
  }
  return h('p', { class: 'number' }, `${channel.label}: `, h('span', {}, address || (channel.url ?? '')), name);
}
