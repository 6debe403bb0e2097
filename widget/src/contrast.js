/**
 * The guard on a site's colours: a theme may choose them, and may not make a word unreadable
 * (WCAG 2.2, 1.4.3 and 1.4.11).
 */

/** @typedef {[number, number, number]} Rgb */

const TEXT = 4.5;

/** @type {Rgb} */
const WHITE = [255, 255, 255];
/** @type {Rgb} */
const BLACK = [0, 0, 0];

/**
 * @param {Rgb} a
 * @param {Rgb} b
 */
export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Rgb} colour */
function luminance(colour) {
  const [r, g, b] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * Black or white, whichever is read better on `background`; one of them always passes.
 * @param {Rgb} background
 */
export function readableOn(background) {
  return contrast(WHITE, background) >= contrast(BLACK, background) ? WHITE : BLACK;
}

/**
 * `colour`, moved towards black or white until it can be read on `background`.
 * @param {Rgb} colour
 * @param {Rgb} background
 * @returns {Rgb}
 */
export function legible(colour, background) {
  const goal = readableOn(background);
  for (let step = 0; step <= 20; step += 1) {
    const moved = mix(colour, goal, step / 20);
    if (contrast(moved, background) >= TEXT) return moved;
  }
  return goal;
}

/**
 * @param {Rgb} from
 * @param {Rgb} to
 * @param {number} share
 * @returns {Rgb}
 */
export function mix(from, to, share) {
  return /** @type {Rgb} */ (from.map((value, i) => Math.round(value + (to[i] - value) * share)));
}

/**
 * Reads `rgb(…)`, `rgba(…)` and `color(srgb …)`, the forms in which a browser computes a colour.
 * Null if it is another or see-through, which no contrast can be worked out for.
 * @param {string} text
 * @returns {Rgb | null}
 */
export function parse(text) {
  const numbers = text.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  if (numbers.length < 3 || (numbers.length > 3 && numbers[3] < 1)) return null;
  if (/^rgba?\(/.test(text)) return [numbers[0], numbers[1], numbers[2]];
  if (!/^color\(srgb /.test(text)) return null;
  return /** @type {Rgb} */ (numbers.slice(0, 3).map((value) => Math.round(Math.min(1, Math.max(0, value)) * 255)));
}

/**
 * The colours in use, from those that the site asks for.
 * @param {{accent: Rgb, surface: Rgb, ink: Rgb}} wish
 * @returns {Record<string, Rgb>}
 */
export function palette({ accent, surface, ink }) {
  const shade = mix(surface, accent, 0.08);
  const tint = readableOn(shade) === readableOn(surface) ? shade : surface;
  /** @param {Rgb} colour readable on the surface and on the tint */
  const onBoth = (colour) => legible(legible(colour, tint), surface);
  return {
    surface,
    tint,
    ink: onBoth(ink),
    accent,
    'on-accent': readableOn(accent),
    'accent-ink': onBoth(accent),
    // Between ink and surface: for the small print, still a text.
    quiet: onBoth(mix(ink, surface, 0.25)),
    edge: mix(surface, onBoth(ink), 0.2),
  };
}

/** @param {Rgb} colour */
export function css(colour) {
  return `rgb(${colour.join(', ')})`;
}
