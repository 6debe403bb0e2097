/** Pages of charities, kind and hostile, on another origin than the gateway. */

import { createServer } from 'node:http';

const FILLER = Array.from({ length: 12 }, (_, i) =>
  `<p>Paragraph ${i + 1}. We help children and families. <a href="#top" id="link-${i}">Read more about our work ${i}</a></p>`).join('');

const RESET = `
  html { font-size: 62.5% !important; }
  * { margin: 0 !important; padding: 0 !important; font: 40px/3 serif !important; color: red !important; letter-spacing: 4px !important;
      text-transform: uppercase !important; transform: rotate(1deg); transition: all 3s !important; box-sizing: content-box !important; display: inline !important; }
  body { display: block !important; }
  button, a, textarea, div { background: yellow !important; border: 9px dotted lime !important; outline: none !important; }
  div { opacity: 0.3 !important; }`;

/** @type {Record<string, (server: string, exit: string) => {head?: string, body?: string, tag?: string, csp?: string, html?: string}>} */
const PAGES = {
  plain: () => ({}),
  inline: (server, exit) => ({
    head: '<style>#box { height: 40em; max-width: 60em; margin: 2em auto; }</style>',
    body: '<div id="box"><signpost-chat open exit-url="' + exit + '"></signpost-chat></div>',
    tag: `<script defer src="${server}/signpost.js"></script>`,
  }),
  helplines: (server) => ({ tag: `<script defer src="${server}/signpost.js" data-mode="helplines"></script>` }),
  settings: (server, exit) => ({
    tag: `<script defer src="${server}/signpost.js" data-label="Talk" data-heading="Advice" data-position="start" data-area="england"
      data-lang="cy" data-exit-url="${exit}" data-strings='{"send":"Anfon","hello":"&lt;b id=x&gt;Hi"}'></script>`,
  }),
  theme: () => ({ head: '<style>signpost-chat { --signpost-accent: #ffe600; --signpost-surface: #ffffff; --signpost-ink: #dddddd; }</style>' }),
  reset: () => ({ head: `<style>${RESET}</style>` }),
  banner: () => ({
    body: `<div id="banner" style="position:fixed;inset:auto 0 0 0;height:60vh;background:#222;color:#fff;z-index:2147483647">
      We value your privacy <button>Accept all</button></div>`,
  }),
  transformed: (server) => ({
    head: '<style>body { transform: translateY(40px) scale(0.5); } .box { filter: blur(0); overflow: hidden; height: 100px; }</style>',
    body: '<div class="box"><signpost-chat></signpost-chat></div>',
    tag: `<script defer src="${server}/signpost.js"></script>`,
  }),
  strict: (server) => ({
    // The page's own icon needs `img-src`, the chat does not.
    csp: `default-src 'none'; img-src data:; script-src ${server}; connect-src ${server}; require-trusted-types-for 'script'; trusted-types 'none'`,
  }),
  corner: () => ({ body: '<button id="corner" style="position:fixed;right:30px;bottom:20px;width:60px">Go</button>' }),
  unconnected: (server) => ({ csp: `default-src 'none'; script-src ${server}` }),
  rtl: () => ({ html: '<html lang="ar" dir="rtl">' }),
  element: (server, exit) => ({
    body: `<signpost-chat exit-url="${exit}"><p id="fallback">In danger? Ring the emergency services.</p></signpost-chat>`,
    tag: `<script defer src="${server}/signpost.js"></script>`,
  }),
  framed: () => ({ body: '<iframe id="frame" style="position:fixed;inset:0" src="/plain" width="400" height="600" title="Chat"></iframe>', tag: '' }),
};

export class Hosts {
  /** Files that a test puts there, by path. @type {Record<string, {type: string, body: string}>} */
  own = {};

  /** @param {string} server the gateway's origin */
  constructor(server) {
    this.server = server;
  }

  async start() {
    this.http = createServer((request, response) => this.#page(request, response));
    await new Promise((resolve) => this.http.listen(0, '127.0.0.1', () => resolve(undefined)));
    this.origin = `http://127.0.0.1:${this.http.address().port}`;
    return this;
  }

  async stop() {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  #page(request, response) {
    const url = new URL(request.url, this.origin);
    const name = url.pathname.slice(1);
    const exit = `${this.origin}/${url.searchParams.get('exit') ?? 'neutral'}`;
    // A page that never comes: the browser stays, so that what covers the old one can be looked at.
    if (name === 'nowhere') return response.writeHead(204).end();
    if (name === 'favicon.ico') return response.writeHead(204).end();
    if (name === 'neutral') return response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Weather</title><p>Sunny</p>');
    const own = this.own[name];
    if (own) return response.writeHead(200, { 'content-type': own.type }).end(own.body);
    const make = PAGES[name];
    if (!make) return response.writeHead(404).end();
    const page = make(this.server, exit);
    const tag = page.tag ?? `<script defer src="${this.server}/signpost.js" data-exit-url="${exit}"></script>`;
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    if (page.csp) headers['content-security-policy'] = page.csp;
    response.writeHead(200, headers).end(`<!doctype html>${page.html ?? '<html lang="en">'}
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A charity</title><link rel="icon" href="data:,">${page.head ?? ''}${tag}</head>
<body><main id="top"><h1>A charity for children</h1>${FILLER}</main>${page.body ?? ''}</body></html>`);
  }
}
