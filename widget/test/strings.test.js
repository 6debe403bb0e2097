import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { STRINGS, words } from '../src/strings.js';

describe('the words', () => {
  it('are English where a language lacks them, and marked as English', () => {
    const cy = words('cy');
    assert.equal(cy.say('send'), 'Send');
    assert.equal(cy.lang('send'), 'en');
  });

  it('are the site’s own where it has some, and marked as its language', () => {
    const own = words('cy', { send: 'Anfon', nonsense: 'x', exit: 5, label: ' ' });
    assert.deepEqual([own.say('send'), own.lang('send')], ['Anfon', 'cy']);
    assert.equal(own.say('exit'), STRINGS.en.exit);
    assert.equal(own.say('label'), STRINGS.en.label);
  });

  it('are filled in, and never as a pattern', () => {
    assert.equal(words('en', {}, { emergency: '$&' }).say('danger').includes('$&'), true);
    assert.match(words('en').say('left', { count: 3 }), /3/);
  });

  it('cannot be changed by a page', () => {
    assert.ok(Object.isFrozen(STRINGS) && Object.values(STRINGS).every(Object.isFrozen));
  });

  it('of another language have the same names', () => {
    for (const [lang, own] of Object.entries(STRINGS)) {
      for (const key of Object.keys(own)) assert.ok(key in STRINGS.en, `${lang}.${key} is no English key`);
    }
  });

  it('hold no phone number: those come from the directory', async () => {
    const folder = new URL('../src/', import.meta.url);
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.js') || name.includes('.generated.')) continue;
      const text = await readFile(new URL(name, folder), 'utf8');
      const numbers = text.match(/'[^'\n]*(?<![-\w])(999|101|112|116 ?123|0\d{3,4} ?\d{3,})(?!\d)[^'\n]*'/g);
      assert.equal(numbers, null, name);
    }
  });
});
