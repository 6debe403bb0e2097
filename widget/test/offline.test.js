import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Directory, EMERGENCY } from '../src/directory.js';
import { BUNDLE } from '../src/directory.generated.js';
import { Offline } from '../src/offline.js';
import { words } from '../src/strings.js';

const directory = new Directory(BUNDLE);
const said = words('en', {}, { emergency: directory.number(EMERGENCY), childline: directory.number('childline') });
const alone = new Offline(directory, said, true);
const helped = new Offline(directory, said, false);
const ids = (message) => message.cards.map(({ id }) => id);

describe('without the server', () => {
  it('every topic has its contacts', () => {
    for (const { id } of BUNDLE.topics) assert.ok(alone.answer(`local:topic:${id}`).cards.length, id);
  });

  it('everything that can be pressed is answered here', () => {
    const start = alone.safety.map(({ id }) => alone.answer(id));
    const pressable = [...start, alone.people(), ...BUNDLE.topics.map(({ id }) => alone.topic(id))].flatMap(({ buttons }) => buttons);
    assert.ok(pressable.length > BUNDLE.topics.length);
    for (const { id, title } of pressable) assert.ok(alone.answer(id)?.text, title);
  });

  it('danger leads with the emergency services, as an emergency', () => {
    const message = alone.topic('danger_now');
    assert.equal(ids(message)[0], EMERGENCY);
    assert.equal(message.urgency, 'emergency');
  });

  it('no answer names more than four contacts beside the emergency services', () => {
    for (const { id } of BUNDLE.topics) assert.ok(ids(alone.topic(id)).filter((card) => card !== EMERGENCY).length <= 4);
  });
});

describe('when the server fails', () => {
  for (const reason of ['offline', 'late', 'tooMany', 'broken']) {
    it(`"${reason}" says what happened, 999, and who can help`, () => {
      const [message] = helped.help(reason, '', []);
      assert.match(message.text, new RegExp(directory.number(EMERGENCY)));
      for (const id of [EMERGENCY, 'childline', 'nspcc-helpline']) assert.ok(ids(message).includes(id), id);
    });
  }

  it('a topic that was pressed is answered from the bundle', () => {
    const [message] = helped.help('broken', 'self_harm', []);
    const own = BUNDLE.topics.find(({ id }) => id === 'self_harm').cards.filter((id) => id !== EMERGENCY);
    assert.deepEqual(ids(message), [...own, EMERGENCY]);
  });

  it('the server’s own help card is shown where it sent one', () => {
    const served = [{ text: 'Help', lang: 'en', topic: 'help', urgency: 'support', buttons: [], cards: [] }];
    assert.equal(helped.help('tooMany', '', served)[1].text, 'Help');
  });
});

describe('the question whether it is safe', () => {
  it('leads the one who is safe on to topics that the server answers', () => {
    assert.ok(helped.answer('local:safe-yes').buttons.every(({ id }) => id.startsWith('topic:')));
  });

  it('gives the one who is not a quiet way at once', () => {
    const message = helped.answer('local:safe-no');
    assert.deepEqual(ids(message), [EMERGENCY, 'childline']);
    assert.ok(message.cards[0].channels.some(({ steps }) => steps?.length), 'how to call without speaking');
  });
});
