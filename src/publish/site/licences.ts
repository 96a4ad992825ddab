import { type Html, html } from "./html.ts";

/** A licence as it is shown, with the address of its text where it is known. */
export interface Licence {
  readonly name: string;
  readonly url?: string;
}

/** Returns a licence's name, as a link to its text where that is known. */
export function renderLicence({ name, url }: Licence): Html {
  return url === undefined ? html`${name}` : html`<a href="${url}" rel="license noopener">${name}</a>`;
}

/** Returns the licence that an SPDX id, a name or an address says. Creative Commons ids get their address. */
export function findLicence(text: string): Licence {
  if (/^https?:\/\//.test(text)) return { name: text, url: text };
  const match = /^CC[- ](BY(?:-(?:NC|SA|ND))*|0)[- ](\d\.\d)$/i.exec(text.trim());
  if (!match) return { name: text };
  const [, kind = "", version = ""] = match;
  const name = `CC ${kind.toUpperCase()} ${version}`;
  return kind === "0"
    ? { name, url: `https://creativecommons.org/publicdomain/zero/${version}/` }
    : { name, url: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/` };
}
