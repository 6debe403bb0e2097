/**
 * The contacts that the widget holds: those bundled with it, and those of /directory.json once it
 * was opened. Only what stands here may become a link, so that a wrong or tampered answer cannot
 * make anybody ring a stranger.
 */

/** @import { Bundle, Card, Channel, Topic } from './types.js' */

/** The service that leads in danger and never counts towards the four of an answer. */
export const EMERGENCY = 'emergency-999';

/** After this, "open now" as it stood when the list was fetched is no longer said. */
const FRESH_MS = 5 * 60 * 1000;

/**
 * The address behind a channel's link, made from its own number, url or address and never from
 * what an answer says the link is. Null where there is nothing to follow.
 * @param {Channel} channel
 * @returns {string | null}
 */
export function addressOf(channel) {
  if (channel.number) {
    const digits = channel.number.replace(/[^0-9+]/g, '');
    return digits ? (channel.type === 'sms' ? 'sms:' : 'tel:') + digits : null;
  }
  if (channel.url) return /^https:\/\/[^\s/]+/i.test(channel.url) ? channel.url : null;
  if (channel.type === 'email' && channel.address) {
    return /^[^\s@:?&]+@[^\s@:?&]+$/.test(channel.address) ? `mailto:${channel.address}` : null;
  }
  return null;
}

export class Directory {
  /** @type {Map<string, Card>} */
  #services = new Map();
  /** @type {Set<string>} */
  #addresses = new Set();
  /** @type {Topic[]} */
  #topics;
  #fetchedAt = -Infinity;

  /** @param {Bundle} bundle */
  constructor(bundle) {
    this.#topics = bundle.topics;
    this.#hold(bundle.services);
  }

  /** @returns {Topic[]} the topics for which help can be named without the server */
  get topics() {
    return this.#topics.filter((topic) => topic.cards.some((id) => this.#services.has(id)));
  }

  /**
   * Take over the list of /directory.json; what does not look like one is left aside whole.
   * @param {unknown} snapshot
   * @param {number} [now]
   * @returns {boolean} whether it was taken over
   */
  refresh(snapshot, now = Date.now()) {
    const services = /** @type {{services?: unknown}} */ (snapshot ?? {}).services;
    if (!Array.isArray(services) || !services.length || !services.every(isCard)) return false;
    this.#hold(services);
    this.#fetchedAt = now;
    return true;
  }

  /**
   * @param {string} id
   * @param {number} [now]
   * @returns {Card | null} the contact as a card, every link in it known
   */
  card(id, now = Date.now()) {
    const service = this.#services.get(id);
    if (!service) return null;
    const fresh = now - this.#fetchedAt < FRESH_MS;
    return {
      ...service,
      channels: service.channels.map((channel) => (fresh ? linked(channel) : undated(linked(channel)))),
    };
  }

  /**
   * The number by which a service is rung, for the widget's own sentences.
   * @param {string} id
   */
  number(id) {
    return this.#services.get(id)?.channels.find((channel) => channel.type === 'voice')?.number ?? '';
  }

  /** @param {string} address such as `tel:…` or `https://…` */
  knows(address) {
    return this.#addresses.has(address);
  }

  /**
   * A card of an answer, made safe: a number that differs from the directory's is replaced by the
   * directory's, and one that the directory does not hold loses its link.
   * @param {Card} card
   * @returns {Card}
   */
  settle(card) {
    const held = this.#services.get(card.id);
    const channels = card.channels.map((channel) => this.#settle(channel, held));
    return { ...card, name: held ? held.name : card.name, channels: withoutRepeats(channels) };
  }

  /**
   * @param {Channel} channel
   * @param {Card | undefined} held
   * @returns {Channel}
   */
  #settle(channel, held) {
    const address = addressOf(channel);
    const theirs = held?.channels.some((own) => addressOf(own) === address) ?? true;
    if (address && theirs && this.#addresses.has(address)) return { ...channel, href: address };
    const own = held?.channels.find((candidate) => candidate.type === channel.type);
    return own ? undated(linked(own)) : { ...channel, href: null };
  }

  /** @param {Card[]} services */
  #hold(services) {
    for (const service of services) this.#services.set(service.id, service);
    const channels = [...this.#services.values()].flatMap((service) => service.channels);
    this.#addresses = new Set(channels.map(addressOf).filter((address) => address !== null));
  }
}

/**
 * @param {unknown} value
 * @returns {value is Card}
 */
export function isCard(value) {
  const card = /** @type {Partial<Card>} */ (value ?? {});
  return typeof card.id === 'string' && typeof card.name === 'string' && Array.isArray(card.channels)
    && card.channels.every(isChannel);
}

/** @param {unknown} value */
function isChannel(value) {
  const channel = /** @type {Record<string, unknown>} */ (value ?? {});
  const texts = ['number', 'url', 'address', 'label', 'cost', 'description', 'hours', 'opens_at'];
  return typeof channel.type === 'string'
    && texts.every((name) => channel[name] == null || typeof channel[name] === 'string')
    && (channel.steps == null || (Array.isArray(channel.steps) && channel.steps.every((step) => typeof step === 'string')));
}

/** @param {Channel} channel */
function linked(channel) {
  return { ...channel, href: addressOf(channel) };
}

/**
 * The channel without what was true only when it was written, unless it is open at every hour.
 * @param {Channel} channel
 * @returns {Channel}
 */
function undated(channel) {
  const { opens_at: _, ...kept } = channel;
  return { ...kept, open_now: channel.open_now && /24 hours/.test(channel.hours ?? '') ? true : null };
}

/** @param {Channel[]} channels */
function withoutRepeats(channels) {
  const seen = new Set();
  return channels.filter((channel) => {
    const key = `${channel.type} ${channel.label} ${channel.number ?? channel.url ?? channel.address}`;
    return !seen.has(key) && seen.add(key);
  });
}
