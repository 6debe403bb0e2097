/**
 * The shapes of the wire contract (docs/architecture.md), as the checker reads them.
 *
 * @typedef {object} Channel
 * @property {string} type voice, sms, webchat, textphone, bsl, web, email or post
 * @property {string} label
 * @property {string} [number]
 * @property {string} [url]
 * @property {string} [address]
 * @property {string | null} [href]
 * @property {string | null} [cost]
 * @property {string} [description]
 * @property {string[]} [steps]
 * @property {boolean | null} [open_now]
 * @property {string} [opens_at]
 * @property {string} [hours]
 *
 * @typedef {object} Card
 * @property {string} id
 * @property {string} name
 * @property {string} [description]
 * @property {string} [why]
 * @property {string} [eligibility]
 * @property {string} [lang]
 * @property {string} [checked] the day of the last check, YYYY-MM-DD
 * @property {string | null} [source_url]
 * @property {Channel[]} channels
 *
 * @typedef {{title: string, id: string}} Choice
 *
 * @typedef {object} Message
 * @property {string} text
 * @property {string} lang
 * @property {string} topic
 * @property {string} urgency emergency, urgent, support, info or talk
 * @property {Choice[]} buttons
 * @property {Card[]} cards
 *
 * @typedef {{session: string | null, messages: Message[]}} Answer
 * @typedef {{id: string, title: string, cards: string[]}} Topic
 * @typedef {{written: string, services: Card[], topics: Topic[]}} Bundle
 * @typedef {{message: string} | {button: string}} Ask
 */

export {};
