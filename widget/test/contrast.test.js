import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrast, palette, parse, readableOn } from '../src/contrast.js';

/** A fixed sequence, so that a failure can be repeated. */
function* colours(count, seed = 7) {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % 256;
  };
  for (let i = 0; i < count; i += 1) yield [next(), next(), next()];
}

describe('contrast', () => {
  it('is 21 between black and white', () => assert.equal(Math.round(contrast([0, 0, 0], [255, 255, 255])), 21));
  it('is that of WCAG', () => assert.equal(contrast([119, 119, 119], [255, 255, 255]).toFixed(2), '4.48'));
});

describe('the guard', () => {
  it('lets no theme make a word unreadable', () => {
    const wishes = [...colours(900)];
    for (let i = 0; i + 2 < wishes.length; i += 1) {
      const [accent, surface, ink] = wishes.slice(i, i + 3);
      const made = palette({ accent, surface, ink });
      const pairs = [['ink', 'surface'], ['ink', 'tint'], ['quiet', 'surface'], ['quiet', 'tint'], ['accent-ink', 'surface'], ['accent-ink', 'tint'], ['on-accent', 'accent']];
      for (const [text, background] of pairs) {
        assert.ok(contrast(made[text], made[background]) >= 4.5, `${text} on ${background} of ${JSON.stringify({ accent, surface, ink })}`);
      }
    }
  });

  it('leaves a good theme as it is', () => {
    const made = palette({ accent: [15, 92, 99], surface: [255, 253, 249], ink: [27, 38, 44] });
    assert.deepEqual([made.accent, made['accent-ink'], made.ink], [[15, 92, 99], [15, 92, 99], [27, 38, 44]]);
  });

  it('always finds black or white to write on a colour', () => {
    for (const colour of colours(500)) assert.ok(contrast(readableOn(colour), colour) >= 4.5);
  });
});

describe('reading a colour', () => {
  it('takes what browsers compute', () => {
    assert.deepEqual(parse('rgb(1, 2, 3)'), [1, 2, 3]);
    assert.deepEqual(parse('rgba(1, 2, 3, 1)'), [1, 2, 3]);
    assert.deepEqual(parse('color(srgb 1 0.5 0)'), [255, 128, 0]);
  });
  it('takes nothing that is see-through or unknown', () => {
    for (const text of ['rgba(1, 2, 3, 0.5)', 'transparent', '', 'lab(50 1 2)']) assert.equal(parse(text), null, text);
  });
});
