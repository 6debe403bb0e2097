/**
 * The browser of the tests: Debian's Chromium, or with SIGNPOST_BROWSER=firefox its Firefox.
 * playwright-core 1.63 is the newest that drives Firefox ESR 153 as Debian builds it.
 */

import { chromium, firefox } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const FIREFOX = process.env.SIGNPOST_BROWSER === 'firefox';

export function launch() {
  if (FIREFOX) return firefox.launch({ channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr' });
  return chromium.launch({ executablePath: process.env.SIGNPOST_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}
