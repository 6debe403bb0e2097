/**
 * What the widget can say by itself, from the contacts that it holds: first words, help when the
 * server cannot answer, and the helplines-only mode. Same shape as the server's messages.
 */

import { EMERGENCY } from './directory.js';

/** @import { Choice, Message } from './types.js' */
/** @import { Directory } from './directory.js' */
/** @import { Key, Words } from './strings.js' */

/** Ids of choices that are answered here begin with this; the server never sees them. */
const LOCAL = 'local:';

const SAFE_YES = `${LOCAL}safe-yes`;
const SAFE_NO = `${LOCAL}safe-no`;
const MORE = `${LOCAL}more`;
const TOPIC = `${LOCAL}topic:`;

/** For everybody, whatever the matter: a child, an adult worried about one, anybody in despair. */
const EVERYBODY = ['childline', 'nspcc-helpline', 'samaritans', EMERGENCY];

export class Offline {
  /**
   * @param {Directory} directory
   * @param {Words} words
   * @param {boolean} alone whether there is no server behind (helplines only)
   */
  constructor(directory, words, alone) {
    this.directory = directory;
    this.words = words;
    this.alone = alone;
  }

  /** @returns {Choice[]} */
  get safety() {
    return [this.#choice(SAFE_YES, 'safeYes'), this.#choice(SAFE_NO, 'safeNo')];
  }

  /**
   * @param {string} id
   * @returns {Message | null} null where the server is to answer
   */
  answer(id) {
    if (id === SAFE_YES) return this.#message('begin', [], this.#topics(this.alone));
    if (id === SAFE_NO) return this.#message('quiet', [EMERGENCY, 'childline']);
    if (id === MORE) return this.people();
    return id.startsWith(TOPIC) ? this.topic(id.slice(TOPIC.length)) : null;
  }

  /** Everybody's helplines, on request. */
  people() {
    const message = this.#message('people', EVERYBODY, this.#topics(true));
    return { ...message, text: `${this.words.say('danger')} ${message.text}` };
  }

  /**
   * @param {string} id
   * @returns {Message | null}
   */
  topic(id) {
    const topic = this.directory.topics.find((candidate) => candidate.id === id);
    if (!topic) return null;
    const message = this.#message('offer', topic.cards, [this.#choice(MORE, 'more')]);
    return topic.cards[0] === EMERGENCY ? { ...message, urgency: 'emergency' } : message;
  }

  /**
   * Help in place of an answer.
   * @param {'offline' | 'late' | 'tooMany' | 'broken'} reason
   * @param {string} asked the topic of the button that failed, if it was one
   * @param {Message[]} served the server's own help card, if it sent one
   * @returns {Message[]}
   */
  help(reason, asked, served) {
    if (served.length) return [this.#message(reason, []), ...served];
    const topic = this.directory.topics.find(({ id }) => id === asked);
    const contacts = topic ? [...topic.cards.filter((id) => id !== EMERGENCY), EMERGENCY] : EVERYBODY;
    const message = this.#message(reason, contacts, this.#topics(true));
    return [{ ...message, text: `${this.words.say('danger')}\n${message.text}` }];
  }

  /**
   * @param {boolean} here whether they are answered here
   * @returns {Choice[]}
   */
  #topics(here) {
    return this.directory.topics.map(({ id, title }) => ({ title, id: (here ? TOPIC : 'topic:') + id }));
  }

  /**
   * @param {Key} key
   * @param {string[]} contacts
   * @param {Choice[]} [buttons]
   * @returns {Message}
   */
  #message(key, contacts, buttons = []) {
    const cards = contacts.map((id) => this.directory.card(id)).filter((card) => card !== null);
    return { text: this.words.say(key), lang: this.words.lang(key), topic: 'help', urgency: 'support', cards, buttons };
  }

  /**
   * @param {string} id
   * @param {Key} key
   * @returns {Choice}
   */
  #choice(id, key) {
    return { id, title: this.words.say(key) };
  }
}
