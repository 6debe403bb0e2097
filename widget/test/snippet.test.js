import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { policy, snippet } from '../page/snippet.js';
import { CHILDLINE, dialled } from './numbers.js';

const wish = (more = {}) => ({
  server: 'https://help.example.org', settings: { label: 'Find help', area: '', 'exit-url': 'https://www.example.org/weather' },
  contacts: [{ name: 'Childline', number: CHILDLINE }], integrity: 'sha384-abc', ...more,
});

describe('the snippet', () => {
  it('as one tag names the script, its settings, and the helplines without JavaScript', () => {
    const text = snippet(wish(), 'script');
    assert.match(text, /^<script defer src="https:\/\/help\.example\.org\/signpost\.js" data-label="Find help" data-exit-url="https:\/\/www\.example\.org\/weather"><\/script>/);
    assert.match(text, new RegExp(`<noscript>[\\s\\S]*<a href="tel:${dialled(CHILDLINE)}">${CHILDLINE}</a>[\\s\\S]*</noscript>`));
    assert.ok(!text.includes('area'), 'an empty setting is left out');
  });

  it('as an element holds the helplines inside', () => {
    assert.match(snippet(wish(), 'element'), new RegExp(`<signpost-chat label="Find help"[^>]*>[\\s\\S]*${CHILDLINE}[\\s\\S]*</signpost-chat>\\n<script defer`));
  });

  it('of a pinned copy has its integrity, and still the server', () => {
    const text = snippet(wish(), 'pinned');
    assert.match(text, /<script defer src="\/signpost\.js" integrity="sha384-abc">/);
    assert.match(text, /<signpost-chat server="https:\/\/help\.example\.org"/);
  });

  it('cannot be broken out of by what is typed', () => {
    const text = snippet(wish({ settings: { label: '"><script>alert(1)</script>' }, contacts: [{ name: '<b>', number: '1<2' }] }), 'element');
    assert.ok(!text.includes('<script>alert') && !text.includes('<b>') && !text.includes('<style>'), text);
  });

  it('takes colours as attributes, which no content policy forbids', () => {
    const text = snippet(wish({ settings: { accent: '#123456' } }), 'script');
    assert.match(text, / data-accent="#123456"/);
    assert.ok(!text.includes('style'));
  });

  it('asks for the two lines of a content policy that are needed', () => {
    assert.equal(policy('https://a.example'), 'script-src https://a.example; connect-src https://a.example');
  });
});
