import { caseAddress } from "../../compute/links.ts";
import { versionsOf } from "../../compute/translations.ts";
import type { Case } from "../../model/case.ts";
import type { Config } from "../../model/config.ts";
import type { Edition } from "../edition.ts";
import { languageName } from "../words/language-name.ts";
import { directionOf, siteWording, type Wording } from "../words/wording.ts";
import { absoluteUrl, linkTo } from "./addresses.ts";
import { attribute, type Html, html } from "./html.ts";

/** Returns the case in its other languages, each named in itself; nothing where it has none. */
export function renderLanguageSwitch(edition: Edition, one: Case, wording: Wording): Html {
  const versions = versionsOf(edition.index.casebook, one);
  if (versions.length < 2) return html``;
  const page = caseAddress(one);
  const item = (each: Case): Html => {
    const name = languageName(each.language);
    return each === one
      ? html`<li><span aria-current="page">${name}</span></li>
`
      : html`<li>${renderVersionLink(each, page, name)}</li>
`;
  };
  return html`<nav class="languages" aria-label="${wording.words.languages}">
<ul>
${versions.map(item)}</ul>
</nav>
`;
}

/** Returns a link to a case, with links to its translations behind it. */
export function renderCaseLink(edition: Edition, one: Case, page: string): Html {
  return html`<a href="${linkTo(page, caseAddress(one))}">${one.title}</a>${renderVersionLinks(edition, one, page)}`;
}

/** Returns links to a case's translations, in brackets: " (日本語, français)"; nothing where it has none. */
export function renderVersionLinks(edition: Edition, one: Case, page: string): Html {
  const others = versionsOf(edition.index.casebook, one).filter((each) => each !== one);
  if (others.length === 0) return html``;
  const links = others.map((each) => renderVersionLink(each, page, languageName(each.language)));
  return html` <span class="versions">(${siteWording(edition).row(links)})</span>`;
}

function renderVersionLink(one: Case, page: string, name: string): Html {
  const { language } = one;
  return html`<a href="${linkTo(page, caseAddress(one))}" hreflang="${language}" lang="${language}"${attribute("dir", directionOf(language))}>${name}</a>`;
}

/**
 * Returns the links by which search engines find a case in its other languages; the original stands for languages that it is
 * not in. They are whole addresses where the site has one, as search engines ask.
 */
export function renderAlternates(edition: Edition, one: Case): Html {
  const versions = versionsOf(edition.index.casebook, one);
  if (versions.length < 2) return html``;
  const { config } = edition.index.casebook;
  const hrefOf = (each: Case): string => hrefFrom(config, caseAddress(one), caseAddress(each));
  const link = (language: string, each: Case): Html =>
    html`<link rel="alternate" hreflang="${language}" href="${hrefOf(each)}">
`;
  const [original = one] = versions;
  return html`${versions.map((each) => link(each.language, each))}${link("x-default", original)}`;
}

function hrefFrom({ url }: Config, page: string, address: string): string {
  return url === undefined ? linkTo(page, address) : absoluteUrl(url, address);
}

/** Returns the same for a case's entry of the sitemap. */
export function sitemapAlternates(edition: Edition, one: Case, url: string): Html {
  const versions = versionsOf(edition.index.casebook, one);
  if (versions.length < 2) return html``;
  return html`${versions.map(
    (each) =>
      html`<xhtml:link rel="alternate" hreflang="${each.language}" href="${absoluteUrl(url, caseAddress(each))}"/>`,
  )}`;
}
