/** What an attribute may hold; `undefined` leaves it out. */
export type AttributeValue = string | number | undefined;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Matches what XML 1.0 cannot hold even escaped: control characters and lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are among what is looked for.
const SUSPECT = /[&<>"'\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/**
 * Returns text that is safe as content and in quoted attributes of both HTML and SVG. Characters that XML does not
 * allow (control characters, lone surrogates) are dropped.
 */
export function escapeMarkup(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(FORBIDDEN, "").replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** Returns a number with at most 2 decimals, e.g. "12.35" for 12.3456 and "0" for -0.001, so that bytes are stable. */
export function formatPx(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? "0" : String(rounded);
}

/**
 * Returns one element. Attributes are escaped, numbers rounded by {@link formatPx}; `content` is markup and is taken
 * as it is. Without content the element closes itself, so this is for SVG and not for HTML.
 */
export function drawElement(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  content?: string,
): string {
  let markup = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    markup += ` ${key}="${typeof value === "number" ? formatPx(value) : escapeMarkup(value)}"`;
  }
  return content === undefined || content === "" ? `${markup}/>` : `${markup}>${content}</${name}>`;
}
