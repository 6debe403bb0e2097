/**
 * Elements without HTML strings: text is only ever text, so nothing that a server or a person
 * writes can become markup, and the page's Trusted Types have nothing to object to.
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @typedef {Record<string, string | number | boolean | null | undefined>} Attributes
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes] `true` sets an empty attribute; null, undefined and false set none
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * A decorative icon from one path on a 24 by 24 grid.
 * @param {string} path
 * @returns {SVGSVGElement}
 */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  const drawn = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}

/**
 * Words for screen readers alone.
 * @param {string} text
 */
export function hidden(text) {
  return h('span', { class: 'unseen' }, text);
}
