import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { words } from '../src/strings.js';
import { opening, when } from '../src/time.js';

const en = words('en');
const channel = (more) => ({ type: 'voice', label: 'Call', ...more });

describe('opening times', () => {
  it('are those of the UK, wherever the device thinks it is', () => {
    assert.equal(when.moment('2026-07-06T08:00+00:00', 'en'), 'Monday 6 July, 9am');
    assert.equal(when.moment('2026-11-23T09:30+00:00', 'en'), 'Monday 23 November, 9:30am');
  });

  it('are said in words', () => {
    assert.equal(opening(channel({ open_now: true }), en), 'Open now');
    assert.equal(opening(channel({ open_now: false, opens_at: '2026-11-23T09:00+00:00' }), en), 'Closed now. Opens Monday 23 November, 9am.');
    assert.equal(opening(channel({ open_now: false }), en), 'Closed now.');
  });

  it('are not guessed', () => {
    assert.equal(opening(channel({ open_now: null }), en), null);
    assert.equal(opening(channel({}), en), null);
    assert.equal(opening(channel({ open_now: false, opens_at: 'soon' }), en), 'Closed now.');
  });
});

describe('the day of the last check', () => {
  it('is said in words', () => assert.equal(when.day('2026-11-01', 'en'), '1 November 2026'));
  it('is left out where it is none', () => assert.equal(when.day('yesterday', 'en'), ''));
});
