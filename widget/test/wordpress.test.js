import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { helplines } from '../../deploy/wordpress/build.mjs';

it('the WordPress plugin’s helplines are in step with the directory', async () => {
  const file = new URL('../../deploy/wordpress/signpost/helplines.generated.php', import.meta.url);
  assert.equal(await readFile(file, 'utf8'), helplines(), 'run: node deploy/wordpress/build.mjs');
});
