import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Directory, addressOf } from '../src/directory.js';
import { BUNDLE } from '../src/directory.generated.js';
import { CHILDLINE, NSPCC, SAMARITANS, dialled } from './numbers.js';

const childline = () => structuredClone(BUNDLE.services.find(({ id }) => id === 'childline'));
const held = () => new Directory(BUNDLE);

describe('the bundled contacts', () => {
  it('hold what every failure needs', () => {
    for (const id of ['emergency-999', 'childline', 'nspcc-helpline', 'police-101', 'samaritans']) assert.ok(held().card(id), id);
  });

  it('name a 24-hour line that is rung for every topic', () => {
    for (const topic of BUNDLE.topics) {
      const open = topic.cards.some((id) => held().card(id)?.channels.some(({ type, hours }) => type === 'voice' && /24 hours/.test(hours ?? '')));
      assert.ok(open, `${topic.id} has no line that is open at night`);
    }
  });

  it('never say "open now" of a line whose hours are unknown', () => {
    for (const { id, channels } of BUNDLE.services) {
      for (const channel of channels) assert.ok(channel.open_now !== true || /24 hours/.test(channel.hours ?? ''), id);
    }
  });
});

describe('a card of an answer', () => {
  it('keeps a number that the directory holds, as a link made from the number', () => {
    const card = held().settle({ ...childline(), channels: [{ type: 'voice', label: 'Call', number: dialled(CHILDLINE), href: 'tel:666' }] });
    assert.equal(card.channels[0].href, `tel:${dialled(CHILDLINE)}`);
  });

  it('gets the directory’s number in place of another', () => {
    const card = held().settle({ ...childline(), channels: [{ type: 'voice', label: 'Call', number: '0909 8790879', href: 'tel:09098790879' }] });
    assert.equal(card.channels[0].number, CHILDLINE);
    assert.equal(card.channels[0].href, `tel:${dialled(CHILDLINE)}`);
  });

  it('gets its own number in place of another service’s', () => {
    const card = held().settle({ ...childline(), channels: [{ type: 'voice', label: 'Call', number: SAMARITANS }] });
    assert.equal(card.channels[0].number, CHILDLINE);
  });

  it('of an unknown service has no link', () => {
    const card = held().settle({ id: 'nobody', name: 'Nobody', channels: [{ type: 'voice', label: 'Call', number: '0909 8790879', href: 'tel:09098790879' }, { type: 'web', label: 'Site', url: 'https://evil.example/', href: 'https://evil.example/' }] });
    assert.deepEqual(card.channels.map(({ href }) => href), [null, null]);
  });

  it('cannot take the name of a service that it is not', () => {
    assert.equal(held().settle({ ...childline(), name: 'Ring me instead' }).name, 'Childline');
  });
});

describe('addresses', () => {
  it('are those of a phone, a mail or a secure page, and nothing else', () => {
    const bad = [
      { type: 'web', url: 'javascript:alert(1)' }, { type: 'web', url: 'http://childline.org.uk' }, { type: 'web', url: 'data:text/html,x' },
      { type: 'email', address: 'a@b.c?bcc=evil@example.org' }, { type: 'post', address: 'A house' }, { type: 'voice', number: 'x' },
    ];
    for (const channel of bad) assert.equal(addressOf({ label: '', ...channel }), null, JSON.stringify(channel));
    assert.equal(addressOf({ label: '', type: 'sms', number: '60 555' }), 'sms:60555');
    assert.equal(addressOf({ label: '', type: 'voice', number: NSPCC }), `tel:${dialled(NSPCC)}`);
  });
});

describe('the contacts of today', () => {
  const changed = () => ({ services: [{ ...childline(), channels: [{ type: 'voice', label: 'Call', number: '0800 2222', open_now: false, opens_at: '2026-11-23T09:00+00:00', hours: 'Monday, 9am to 5pm' }] }] });

  it('replace the bundled number, and the old one is a link no more', () => {
    const directory = held();
    assert.ok(directory.refresh(changed()));
    assert.ok(directory.knows('tel:08002222'));
    assert.ok(!directory.knows(`tel:${dialled(CHILDLINE)}`));
  });

  it('leave the other bundled contacts standing', () => {
    const directory = held();
    directory.refresh(changed());
    assert.ok(directory.card('emergency-999'));
  });

  it('are left aside whole where they are nonsense', () => {
    for (const nonsense of [null, 5, '', [], {}, { services: [] }, { services: [{}] }, { services: [null] }, { services: [{ id: 'x', name: 'x', channels: [{ type: 5 }] }] }]) {
      const directory = held();
      assert.equal(directory.refresh(nonsense), false, JSON.stringify(nonsense));
      assert.ok(directory.knows(`tel:${dialled(CHILDLINE)}`));
    }
  });

  it('say whether a line is open only while they are fresh', () => {
    const directory = held();
    directory.refresh(changed(), 1_000);
    assert.equal(directory.card('childline', 2_000)?.channels[0].open_now, false);
    const later = directory.card('childline', 3_600_000)?.channels[0];
    assert.equal(later?.open_now, null);
    assert.equal(later?.opens_at, undefined);
  });
});
