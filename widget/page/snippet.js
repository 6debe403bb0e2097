/** The lines that a charity pastes into its page. Pure text, so that tests can read it. */

/**
 * @typedef {object} Contact
 * @property {string} name
 * @property {string} number
 *
 * @typedef {object} Wish
 * @property {string} server origin of the chat's server
 * @property {Record<string, string>} settings attributes; empty ones are left out
 * @property {Contact[]} contacts for who has no JavaScript
 * @property {string} [integrity] for a pinned copy on the charity's own site
 */

/** @param {string} text */
export function escape(text) {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * @param {Wish} wish
 * @param {'script' | 'element' | 'pinned' | 'inline'} kind
 */
export function snippet(wish, kind) {
  const help = lines(wish).map((line) => `  ${line}`).join('\n');
  if (kind === 'script') {
    const tag = `<script defer src="${escape(wish.server)}/signpost.js"${attributes(wish.settings, 'data-')}></script>`;
    return `${tag}\n<noscript>\n${help}\n</noscript>`;
  }
  const open = kind === 'inline' ? ' open' : '';
  const own = kind === 'pinned' ? { server: wish.server } : {};
  const element = `<signpost-chat${open}${attributes({ ...own, ...wish.settings }, '')}>\n${help}\n</signpost-chat>`;
  return `${element}\n${scriptOf(wish, kind)}`;
}

/**
 * @param {Wish} wish
 * @param {string} kind
 */
function scriptOf(wish, kind) {
  if (kind !== 'pinned') return `<script defer src="${escape(wish.server)}/signpost.js"></script>`;
  return `<script defer src="/signpost.js" integrity="${escape(wish.integrity ?? '')}"></script>`;
}

/**
 * What stands there without JavaScript, in an old browser, or while the server cannot be reached.
 * @param {Wish} wish
 */
function lines({ server, contacts }) {
  const named = contacts.map(({ name, number }) =>
    `<li>${escape(name)}: <a href="tel:${number.replace(/[^0-9+]/g, '')}">${escape(number)}</a></li>`);
  return [
    '<p>Need help now?</p>',
    '<ul>',
    ...named.map((line) => `  ${line}`),
    `  <li><a href="${escape(server)}/">More people who can help</a></li>`,
    '</ul>',
  ];
}

/**
 * @param {Record<string, string>} settings
 * @param {string} prefix
 */
function attributes(settings, prefix) {
  return Object.entries(settings).filter(([, value]) => value.trim())
    .map(([name, value]) => ` ${prefix}${name}="${escape(value.trim())}"`).join('');
}

/**
 * What to add to a page's Content-Security-Policy.
 * @param {string} server
 */
export function policy(server) {
  return `script-src ${server}; connect-src ${server}`;
}
