/** The browser of the tests: Debian's Chromium, or the one that SIGNPOST_CHROMIUM names. */

import { chromium } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export function launch() {
  return chromium.launch({ executablePath: process.env.SIGNPOST_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}
