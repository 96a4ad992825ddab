import { compareText } from "../../base/diagnostic.ts";
import { foldText } from "../../base/fold-text.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { caseAddress, claimAddress, countryAddress } from "../../compute/links.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "../site/addresses.ts";
import { type Html, html } from "../site/html.ts";
import { renderPage } from "../site/page.ts";
import { siteWording } from "../words/wording.ts";

/** The address of the list of everything from A to Z. */
export const A_TO_Z_ADDRESS = "a-z/";

interface Item {
  readonly title: string;
  readonly address: string;
  readonly kind: string;
  readonly key: string;
}

/** Returns the list of all cases, countries, sources and named statements by their first letter. */
export function renderAToZPage(edition: Edition): string {
  const { config } = edition.index.casebook;
  const wording = siteWording(edition);
  const { words } = wording;
  const letters = new Map<string, Item[]>();
  const items = collectItems(edition);
  for (const item of items) {
    const letter = letterOf(item.key) ?? words.otherLetters;
    letters.set(letter, [...(letters.get(letter) ?? []), item]);
  }
  const ids = new Map([...letters.keys()].map((letter, i) => [letter, `letter-${i + 1}`]));
  return renderPage(edition, {
    address: A_TO_Z_ADDRESS,
    title: words.fromAToZ,
    description: words.allOfCasebook(config.title),
    language: config.language,
    section: "search",
    scripts: [],
    content: html`<header class="page-header">
<h1>${wording.say("fromAToZ")}</h1>
</header>
<nav class="letters" aria-label="${words.letters}">
<ul>
${[...ids].map(
  ([letter, id]) => html`<li><a href="#${id}">${letter}</a></li>
`,
)}</ul>
</nav>
${[...letters].map(([letter, own]) => renderLetter(letter, ids.get(letter) ?? "", own))}`,
  });
}

function renderLetter(letter: string, id: string, items: readonly Item[]): Html {
  return html`<h2 id="${id}">${letter}</h2>
<ul class="a-z">
${items.map(
  ({ title, address, kind }) =>
    html`<li><a href="${linkTo(A_TO_Z_ADDRESS, address)}">${title}</a> <span class="unit">${kind}</span></li>
`,
)}</ul>
`;
}

function collectItems(edition: Edition): Item[] {
  const { casebook, countries } = edition.index;
  const { words } = siteWording(edition);
  const item = (title: string, address: string, kind: string): Item => ({
    title,
    address,
    kind,
    key: foldText(title).replace(/^[^\p{L}\p{N}]+/u, ""),
  });
  return [
    ...casebook.cases.map((one) => item(one.title, caseAddress(one), words.caseKind)),
    ...countries.map((id) => item(nameOf(casebook, id), countryAddress(id), words.country)),
    ...edition.named.map((one) => item(one.question, claimAddress(one.claim.id), words.claimKind)),
    ...[...casebook.sources.values()].map((one) =>
      item(one.title ?? one.id, sourceAddress(casebook, one.id) ?? "sources/", words.source),
    ),
  ].sort((a, b) => compareText(a.key, b.key) || compareText(a.address, b.address));
}

/** Undefined for what begins with no letter. */
function letterOf(key: string): string | undefined {
  return /^\p{L}/u.exec(key)?.[0]?.toUpperCase();
}
