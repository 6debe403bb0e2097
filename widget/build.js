/** Builds dist/signpost.js: one classic script, weighed, with its integrity for a pinned tag. */

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

/** Bytes, compressed: styles, words and contacts included. */
const MOST = 20 * 1024;
/** The browsers of five years; older ones keep what the page says without the script. */
const TARGET = ['chrome96', 'edge96', 'firefox94', 'safari15'];
const OUT = new URL('dist/signpost.js', import.meta.url);

/** @type {import('esbuild').Plugin} the style sheet as a small string */
const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: TARGET });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

await build({
  entryPoints: [new URL('src/index.js', import.meta.url).pathname],
  outfile: OUT.pathname,
  bundle: true,
  format: 'iife',
  minify: true,
  charset: 'utf8',
  target: TARGET,
  plugins: [styles],
  legalComments: 'none',
  banner: { js: '/* Signpost. Source and licence: see the project. */' },
});

const script = await readFile(OUT);
const size = gzipSync(script, { level: 9 }).length;
const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
await writeFile(new URL('dist/integrity.json', import.meta.url), `${JSON.stringify({ integrity, gzip: size })}\n`);
console.log(`dist/signpost.js: ${script.length} bytes, ${size} compressed (at most ${MOST})`);
if (size > MOST) {
  console.error(`Too heavy by ${size - MOST} bytes. See what grew: npx esbuild --bundle --analyze src/index.js`);
  process.exitCode = 1;
}
