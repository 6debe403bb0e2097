/**
 * Makes the plugin ready: writes its helplines from the directory. With --check it writes nothing and
 * fails if they are out of step.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { BUNDLE } from '../../widget/src/directory.generated.js';

const FILE = new URL('signpost/helplines.generated.php', import.meta.url);
/** For who has no JavaScript: few, and for everybody. */
const ESSENTIAL = ['emergency-999', 'childline', 'nspcc-helpline', 'samaritans'];

/** @param {string} text */
const quoted = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;

export function helplines() {
  const lines = ESSENTIAL.map((id) => {
    const service = BUNDLE.services.find((candidate) => candidate.id === id);
    const number = service?.channels.find(({ type }) => type === 'voice')?.number;
    if (!service || !number) throw new Error(`${id} is not in the directory, or has no number`);
    return `\tarray( 'name' => ${quoted(service.name)}, 'number' => ${quoted(number)} ),`;
  });
  return `<?php
/**
 * Written by deploy/wordpress/build.mjs from the directory; do not edit.
 *
 * @package Signpost
 */

defined( 'ABSPATH' ) || exit;

return array(
${lines.join('\n')}
);
`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const text = helplines();
  if (process.argv.includes('--check')) {
    const old = await readFile(FILE, 'utf8').catch(() => '');
    if (old !== text) {
      console.error('deploy/wordpress/signpost/helplines.generated.php is out of step. Run: node deploy/wordpress/build.mjs');
      process.exitCode = 1;
    }
  } else {
    await writeFile(FILE, text);
  }
}
