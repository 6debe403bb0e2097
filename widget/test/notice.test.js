import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { personalDetail } from '../src/notice.js';
import { CHILDLINE, NSPCC, dialled } from './numbers.js';

const PUBLISHED = [dialled(NSPCC), dialled(CHILDLINE), '101', '999'];
const found = (text) => personalDetail(text, (number) => PUBLISHED.includes(number.replace(/[^0-9+]/g, '')));

describe('the gentle note', () => {
  for (const [text, note] of [
    ['ring me on 07700 900123', 'noticePhone'],
    ['my number is +44 7700 900 123', 'noticePhone'],
    ['(01632) 960 001 is our home', 'noticePhone'],
    ['write to sam.smith@example.org please', 'noticeEmail'],
    ['I live at 14 Station Road', 'noticePlace'],
    ['we are at 3b, old mill lane', 'noticePlace'],
    ['my postcode is PE1 1AA', 'noticePlace'],
  ]) it(`comes for "${text}"`, () => assert.equal(found(text), note));

  for (const text of [
    `is ${NSPCC} real`, `I called ${CHILDLINE}`, 'call 999 or 101?', 'I am 14 and my brother is 9',
    'it happened on 12/05/2024 at 3pm', 'he gave me 50 pounds', 'we met on the street', 'it was 20 years ago on our way home', '',
  ]) it(`does not come for "${text}"`, () => assert.equal(found(text), null));
});
