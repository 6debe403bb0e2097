/**
 * Every word of the widget. A language may be incomplete: what it lacks is said in English, and
 * marked as English. `{emergency}` and `{childline}` are filled with the directory's numbers, so
 * that no number stands here.
 */

/** @typedef {keyof typeof EN} Key */

const EN = {
  launcher: 'Find help',
  heading: 'Find help',
  exit: 'Exit now',
  exitHint: 'Leave this page fast',
  close: 'Close',
  clear: 'Clear chat',
  cleared: 'The chat is cleared.',
  helplines: 'Helplines',
  tools: 'Chat tools',
  transcript: 'Chat',
  you: 'You said:',
  us: 'Reply:',

  hello: 'Hello. I can show you who can help.',
  computer: 'I am a computer. Nobody is reading as you write. I cannot call anyone for you.',
  kept: 'I do not save what you write. It goes when you leave or press “Clear chat”.',
  danger: 'If you or someone else is in danger now, call {emergency}.',
  leaving: '“Exit now” leaves fast. It cannot clear your browser history, or stop someone who is watching this device.',
  leavingKeys: '“Exit now”, or the Shift key 3 times, leaves fast. It cannot clear your browser history, or stop someone who is watching this device.',
  safe: 'Is it safe to chat now?',
  safeYes: 'Yes, it is safe',
  safeNo: 'No, someone might see',
  begin: 'OK. Tell me a little about what is wrong. You do not have to say who you are. You can use your own words, or pick one:',
  quiet: 'OK. You can stop here and come back when it is safer. These people can help, and there are quiet ways to reach them. If you are in danger and cannot speak, look under {emergency}.',

  label: 'What is wrong?',
  hint: 'Use your own words.',
  send: 'Send',
  empty: 'Write something first, or press “Helplines”.',
  long: 'This is too long to send. Please take out {count} characters, or send it in two parts.',
  left: 'You have {count} characters left.',
  waiting: 'Looking for the right help…',
  busy: 'One moment. I am still looking.',
  noticePhone: 'There is a phone number in your message. You do not need to give one here.',
  noticeEmail: 'There is an email address in your message. You do not need to give one here.',
  noticePlace: 'There is an address in your message. You do not need to give one here.',
  noticeAfter: 'You can still send it.',

  offline: 'I cannot reach our service just now. Your message was not sent. You do not have to wait: these people can help.',
  late: 'This is taking too long. You do not have to wait: these people can help.',
  tooMany: 'That was a lot at once. Wait a moment, then try again. These people can help right now.',
  broken: 'Something went wrong here. It was not you. These people can help.',
  retry: 'Try again',
  notSent: 'Not sent',
  people: 'These people can help.',
  about: 'What is it about?',
  more: 'More help',
  offer: 'Here is who can help with that.',

  call: 'Call',
  text: 'Text',
  email: 'Email',
  copy: 'Copy',
  copied: 'Copied: {what}',
  copyFailed: 'Could not copy. Please write it down: {what}',
  newTab: '(opens in a new tab)',
  why: 'Why:',
  whoFor: 'Who it is for:',
  open: 'Open now',
  shut: 'Closed now',
  opens: 'Opens {when}',
  checked: 'Last checked {date}',
  otherWays: 'More ways to reach {name}',
  callLog: 'A call or text can show in the phone’s list of calls and messages. You can delete it there.',
  emergency: 'Emergency',
  contacts: 'Contacts:',
  choices: 'You can pick an answer below.',
  chosen: '(you picked this)',

  shiftMore: 'Press Shift {count} more times to leave.',
  shiftOnce: 'Press Shift 1 more time to leave.',
  shiftOver: 'You did not leave the page.',
  loading: 'Loading',
};

/** @type {Partial<typeof EN>} Shown only once a reviewer of the language is named (languages/cy/). */
const CY = {};

/** @type {Readonly<Record<string, Readonly<Partial<typeof EN>>>>} */
export const STRINGS = Object.freeze({ en: Object.freeze(EN), cy: Object.freeze(CY) });

/**
 * @typedef {object} Words
 * @property {(key: Key, values?: Record<string, string | number>) => string} say
 * @property {(key: Key) => string} lang the language in which `key` is said
 */

/**
 * @param {string} lang
 * @param {Record<string, unknown>} [own] the site's own words, taken to be in `lang`
 * @param {Record<string, string>} [numbers] values that every sentence may use
 * @returns {Words}
 */
export function words(lang, own = {}, numbers = {}) {
  const base = lang.toLowerCase().split('-')[0];
  /** @param {Key} key */
  const find = (key) => {
    const given = Object.prototype.hasOwnProperty.call(own, key) ? own[key] : undefined;
    if (typeof given === 'string' && given.trim()) return { text: given, lang };
    const translated = STRINGS[base]?.[key];
    return translated ? { text: translated, lang: base } : { text: EN[key], lang: 'en' };
  };
  return {
    say: (key, values = {}) =>
      find(key).text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? numbers[name] ?? whole)),
    lang: (key) => find(key).lang,
  };
}
