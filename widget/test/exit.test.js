import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ShiftCounter, exitAddress } from '../src/exit.js';

let said;
let left;
let onScreen;
let counter;

const key = (name, code = name, more = {}) => ({ key: name, code, repeat: false, isComposing: false, ...more });
const left1 = key('Shift', 'ShiftLeft');
const right = key('Shift', 'ShiftRight');
const press = (event) => {
  counter.down(event);
  counter.up(event);
};

beforeEach(() => {
  said = [];
  left = 0;
  onScreen = false;
  counter = new ShiftCounter({ counted: (n) => said.push(n), over: () => said.push('over'), leave: () => { left += 1; }, onScreen: () => onScreen });
});

describe('Shift three times', () => {
  it('leaves', () => {
    for (let i = 0; i < 3; i += 1) press(left1);
    assert.equal(left, 1);
    assert.deepEqual(said, [2, 1]);
  });

  it('leaves with the two Shift keys in turn, and with both overlapping', () => {
    press(left1);
    counter.down(left1);
    counter.down(right);
    counter.up(left1);
    counter.up(right);
    assert.equal(left, 1);
  });

  it('does not leave while a person types capitals', () => {
    for (const letter of 'ABCDEF') {
      counter.down(left1);
      press(key(letter, `Key${letter}`));
      counter.up(left1);
    }
    assert.equal(left, 0);
  });

  it('does not leave when another key comes between', () => {
    press(left1);
    press(left1);
    press(key('a', 'KeyA'));
    press(left1);
    assert.equal(left, 0);
    assert.ok(said.includes('over'));
  });

  it('counts a key that is held down once', () => {
    counter.down(left1);
    for (let i = 0; i < 9; i += 1) counter.down({ ...left1, repeat: true });
    counter.up(left1);
    assert.deepEqual(said, [2]);
  });

  it('takes no notice of the mouse held with Shift', () => {
    for (let i = 0; i < 3; i += 1) {
      counter.down(left1);
      counter.reset();
      counter.up(left1);
    }
    assert.equal(left, 0);
  });

  it('takes no notice of an on-screen keyboard', () => {
    for (let i = 0; i < 6; i += 1) press(key('Shift', ''));
    for (let i = 0; i < 6; i += 1) press(key('Shift', 'Unidentified'));
    for (let i = 0; i < 6; i += 1) press({ ...left1, isComposing: true });
    onScreen = true;
    for (let i = 0; i < 6; i += 1) press(left1);
    assert.equal(left, 0);
  });

  it('takes no notice of a Shift let go that was never pressed here', () => {
    for (let i = 0; i < 6; i += 1) counter.up(left1);
    assert.equal(left, 0);
  });

  it('forgets after five seconds', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    press(left1);
    press(left1);
    mock.timers.tick(5001);
    press(left1);
    mock.timers.reset();
    assert.equal(left, 0);
    assert.deepEqual(said, [2, 1, 'over', 2]);
  });
});

describe('the address to leave for', () => {
  it('is the site’s own if it is one to go to', () => {
    assert.equal(exitAddress('https://www.example.org/weather'), 'https://www.example.org/weather');
  });

  it('is a neutral one otherwise', () => {
    for (const wish of [null, '', 'javascript:alert(1)', 'data:text/html,x', '//x', 'weather']) {
      assert.match(exitAddress(wish), /^https:\/\/www\.bbc\.co\.uk\/weather$/, String(wish));
    }
  });
});
