/** Turns of the conversation as list items. */

import { cardElement } from './card.js';
import { EMERGENCY } from './directory.js';
import { h, hidden } from './dom.js';
import { linkified } from './links.js';

/** @import { Card, Choice, Message } from './types.js' */
/** @import { Directory } from './directory.js' */
/** @import { Key, Words } from './strings.js' */
/** @import { Surroundings } from './card.js' */

/** In one answer, the emergency services not counted. */
const MOST_CARDS = 4;

/**
 * @typedef {Surroundings & {directory: Directory, press: (choice: Choice) => void, keys: boolean}} Setting
 */

/**
 * What is said before anything was asked.
 * @param {Setting} setting
 * @param {Choice[]} choices
 */
export function firstLines(setting, choices) {
  const { words } = setting;
  /** @param {Key} key @param {string} [kind] */
  const line = (key, kind) =>
    h('p', { class: kind, lang: words.lang(key) }, ...linkified(words.say(key), setting.directory, words));
  const item = h('li', { class: 'turn us first' },
    line('hello', 'hello'),
    line('danger', 'danger'),
    line('safe', 'asked'),
    choiceList(choices, setting),
    h('div', { class: 'known' }, line('computer'), line('kept'), line(setting.keys ? 'leavingKeys' : 'leaving')));
  return item;
}

/**
 * @param {string} text
 * @param {Words} words
 */
export function ownTurn(text, words) {
  const speaker = h('span', { class: 'unseen', lang: words.lang('you') }, `${words.say('you')} `);
  return h('li', { class: 'turn you' }, speaker, h('p', { dir: 'auto' }, text));
}

/**
 * The messages of one answer, each an item; together they show no more than four contacts.
 * @param {Message[]} messages
 * @param {Setting} setting
 * @returns {HTMLLIElement[]}
 */
export function replyTurns(messages, setting) {
  const shown = new Set();
  return messages.map((message) => {
    const cards = message.cards.filter((card) => {
      if (shown.has(card.id) || (card.id !== EMERGENCY && count(shown) >= MOST_CARDS)) return false;
      return shown.add(card.id);
    });
    return replyTurn(message, leading(cards, message.urgency), setting);
  });
}

/** @param {Set<string>} shown */
function count(shown) {
  return shown.size - Number(shown.has(EMERGENCY));
}

/**
 * The emergency services first where they are the advice, whatever order the cards came in.
 * @param {Card[]} cards
 * @param {string} urgency
 */
function leading(cards, urgency) {
  if (urgency !== 'emergency') return cards;
  return [...cards].sort((a, b) => Number(b.id === EMERGENCY) - Number(a.id === EMERGENCY));
}

/**
 * @param {Message} message
 * @param {Card[]} cards
 * @param {Setting} setting
 */
function replyTurn(message, cards, setting) {
  const { words, directory } = setting;
  const grave = message.urgency === 'emergency';
  const item = h('li', { class: grave ? 'turn us grave' : 'turn us', lang: message.lang });
  item.append(h('span', { class: 'unseen', lang: words.lang('us') }, `${words.say('us')} `));
  for (const paragraph of message.text.split(/\n+/).filter((text) => text.trim())) {
    item.append(h('p', {}, ...linkified(paragraph, directory, words)));
  }
  const settled = cards.map((card) => directory.settle(card));
  item.append(...settled.map((card) => cardElement(card, grave, setting)));
  if (settled.some(({ channels }) => channels.some(({ type }) => type === 'voice' || type === 'sms'))) {
    item.append(h('p', { class: 'log', lang: words.lang('callLog') }, words.say('callLog')));
  }
  if (message.buttons.length) item.append(choiceList(message.buttons, setting));
  return item;
}

/**
 * @param {Choice[]} choices
 * @param {Setting} setting
 */
function choiceList(choices, { words, press }) {
  const list = h('ul', { class: 'choices', role: 'list' });
  for (const choice of choices) {
    const button = h('button', { type: 'button', class: 'choice', 'aria-pressed': 'false' }, choice.title);
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      // Chosen, it stays where it was and readable; disabling it would lose the focus.
      button.setAttribute('aria-pressed', 'true');
      press(choice);
    });
    list.append(h('li', {}, button));
  }
  return list;
}

/**
 * What a screen reader is told of an answer: the words, then who is offered and that there are choices.
 * @param {Message} message
 * @param {Words} words
 */
export function spoken(message, words) {
  const names = message.cards.slice(0, MOST_CARDS + 1).map((card) => card.name).join(', ');
  return [
    message.text,
    names && `${words.say('contacts')} ${names}.`,
    message.buttons.length ? words.say('choices') : '',
  ].filter(Boolean).join(' ');
}
