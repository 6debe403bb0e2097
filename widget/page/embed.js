/** The page that makes the snippet and shows how the chat will look. */

import { policy, snippet } from './snippet.js';

/** For who has no JavaScript: few, and for everybody. */
const ESSENTIAL = ['emergency-999', 'childline', 'nspcc-helpline', 'samaritans'];
const COLOURS = ['accent', 'surface', 'ink'];
const DEFAULTS = { accent: '#0f5c63', surface: '#fffdf9', ink: '#1b262c' };

const form = document.querySelector('form');
const server = location.origin;
let contacts = [];
let integrity = '';

const field = (name) => form.elements.namedItem(name);

/** Only what differs from the usual is written. */
function wish() {
  const data = new FormData(form);
  const settings = Object.fromEntries(['label', 'heading', 'position', 'area', 'lang', 'mode', 'exit-url'].map((name) => [name, String(data.get(name) ?? '')]));
  const colours = Object.fromEntries(COLOURS.map((name) => [name, String(data.get(name))]).filter(([name, value]) => value !== DEFAULTS[name]));
  return { server, settings: { ...settings, ...colours }, contacts, integrity };
}

/** A fresh chat, since its settings are read once. */
function preview({ settings }) {
  const chat = document.createElement('signpost-chat');
  chat.setAttribute('open', '');
  for (const [name, value] of Object.entries(settings)) if (value.trim()) chat.setAttribute(name, value.trim());
  document.querySelector('#preview').replaceChildren(chat);
  document.querySelector('#launcher').textContent = settings.label.trim() || 'Find help';
  guard(chat, settings);
}

/** Says so where a colour was too weak to be read and a stronger one is used. */
function guard(chat, settings) {
  const used = (name) => chat.shadowRoot.querySelector('.root').style.getPropertyValue(`--${name}`);
  const probe = document.createElement('i');
  const asked = (name) => {
    probe.style.color = settings[name] ?? DEFAULTS[name];
    return probe.style.color;
  };
  const changed = used('accent-ink') !== asked('accent') || used('ink') !== asked('ink');
  document.querySelector('#guard').textContent = changed
    ? 'Some of these colours are hard to read together. The chat uses stronger ones for its words.'
    : 'These colours can be read well together.';
}

function update() {
  const wished = wish();
  for (const output of document.querySelectorAll('[data-snippet]')) output.textContent = snippet(wished, output.dataset.snippet);
  document.querySelector('#policy').textContent = policy(server);
}

async function load() {
  const response = await fetch('/directory.json');
  const { services, areas } = await response.json();
  contacts = ESSENTIAL.map((id) => services.find((service) => service.id === id)).filter(Boolean).map(({ name, channels }) => ({
    name, number: channels.find(({ type }) => type === 'voice')?.number ?? '',
  })).filter(({ number }) => number);
  for (const { id, name } of areas) {
    const option = document.createElement('option');
    option.value = id;
    option.textContent = name;
    field('area').append(option);
  }
}

/** Of the very file that is served, for a pinned copy. */
async function weigh() {
  const script = await (await fetch('/signpost.js')).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', script));
  integrity = `sha384-${btoa(String.fromCharCode(...hash))}`;
}

async function copy(button) {
  const text = document.querySelector(`#${button.dataset.copy}`).textContent;
  const told = button.nextElementSibling;
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = 'Copied.';
  } catch {
    told.textContent = 'Please select the lines and copy them.';
  }
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  update();
  preview(wish());
});
form.addEventListener('reset', () => setTimeout(() => {
  update();
  preview(wish());
}));
for (const button of document.querySelectorAll('[data-copy]')) button.addEventListener('click', () => void copy(button));

customElements.whenDefined('signpost-chat').then(() => preview(wish()));
update();
await Promise.allSettled([load(), weigh()]);
update();
