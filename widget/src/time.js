/** Days and opening times in words, always those of the clock in the UK. */

/** @import { Channel } from './types.js' */
/** @import { Words } from './strings.js' */

const ZONE = 'Europe/London';

/**
 * @param {string | undefined} text
 * @returns {Date | null}
 */
function date(text) {
  const value = new Date(text ?? '');
  return Number.isNaN(value.getTime()) ? null : value;
}

export const when = {
  /**
   * @param {string | undefined} day YYYY-MM-DD
   * @param {string} lang
   */
  day(day, lang) {
    const value = date(day);
    const options = /** @type {const} */ ({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    return value ? value.toLocaleDateString(region(lang), options) : '';
  },

  /**
   * @param {string | undefined} moment ISO 8601 with its offset
   * @param {string} lang
   */
  moment(moment, lang) {
    const value = date(moment);
    if (!value) return '';
    const day = value.toLocaleDateString(region(lang), { weekday: 'long', day: 'numeric', month: 'long', timeZone: ZONE });
    const clock = value.toLocaleTimeString(region(lang), { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: ZONE });
    return `${day}, ${clock.replace(':00', '').replace(/\s(?=[ap]\.?m)/i, '')}`;
  },
};

/**
 * Whether a channel is open, in words; nothing where it is not known.
 * @param {Channel} channel
 * @param {Words} words
 */
export function opening(channel, words) {
  if (channel.open_now === true) return words.say('open');
  if (channel.open_now !== false) return null;
  const next = when.moment(channel.opens_at, words.lang('opens'));
  return next ? `${words.say('shut')}. ${words.say('opens', { when: next })}.` : `${words.say('shut')}.`;
}

/** @param {string} lang */
function region(lang) {
  return lang === 'en' ? 'en-GB' : lang;
}
