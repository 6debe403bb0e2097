/**
 * Seeing that a message holds a phone number, an e-mail address or a place, so that a gentle note
 * can say that none is needed. It never holds a message back.
 */

/** @typedef {'noticePhone' | 'noticeEmail' | 'noticePlace'} Notice */

const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
// Nine digits or more: shorter ones are helplines, dates, ages and amounts.
const PHONE = /(?:\+|\b0|\(0)(?:[\s().-]*\d){8,13}/g;
const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i;
const STREET = /\b\d{1,4}[a-z]?,?\s+(?:[a-z'’-]+\s+){1,3}(?:road|rd|street|st|avenue|ave|lane|close|drive|way|court|crescent|gardens|place|terrace|grove|walk)\b/i;

/**
 * @param {string} text
 * @param {(number: string) => boolean} published whether a number is a helpline's, not somebody's own
 * @returns {Notice | null}
 */
export function personalDetail(text, published) {
  if (EMAIL.test(text)) return 'noticeEmail';
  const numbers = text.match(PHONE) ?? [];
  if (numbers.some((number) => !published(number))) return 'noticePhone';
  return POSTCODE.test(text) || STREET.test(text) ? 'noticePlace' : null;
}
