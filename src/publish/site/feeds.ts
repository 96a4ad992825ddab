import { compareText } from "../../base/diagnostic.ts";
import { caseAddress, countryAddress } from "../../compute/links.ts";
import { isWorldPanel, panelOf } from "../../compute/panel/panel.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import { originalsOf } from "../../compute/translations.ts";
import type { Case } from "../../model/case.ts";
import type { Artifact, Edition } from "../edition.ts";
import { absoluteUrl } from "./addresses.ts";
import { descriptionOf } from "./case-description.ts";
import { COMPARE_ADDRESS } from "./compare-countries.ts";
import { hasComparison } from "./compare-page.ts";
import { html } from "./html.ts";
import { hasFeed } from "./page.ts";
import { sitemapAlternates } from "./versions.ts";
import { JOINED_ADDRESS, mapAddress, WORLD_ADDRESS } from "./world-addresses.ts";

/** Returns what machines read: `robots.txt`, and the sitemap and Atom feed where the casebook declares what they need. */
export function renderFeeds(edition: Edition): Artifact[] {
  const { config } = edition.index.casebook;
  const { url } = config;
  if (url === undefined) return [{ path: "robots.txt", body: "User-agent: *\nAllow: /\n" }];
  return [
    { path: "robots.txt", body: `User-agent: *\nAllow: /\nSitemap: ${absoluteUrl(url, "sitemap.xml")}\n` },
    { path: "sitemap.xml", body: renderSitemap(edition, url) },
    ...(hasFeed(config) ? [{ path: "feed.xml", body: renderAtom(edition, url) }] : []),
  ];
}

function renderSitemap(edition: Edition, url: string): string {
  const { casebook, countries } = edition.index;
  const release = casebook.config.release?.first;
  const alternates = new Map(
    casebook.cases.map((one) => [caseAddress(one), sitemapAlternates(edition, one, url)]),
  );
  const hasTranslations = casebook.cases.some((one) => one.translation !== undefined);
  const pages: [string, string | undefined][] = [
    ["", release],
    ...casebook.cases.map((one): [string, string | undefined] => [
      caseAddress(one),
      updatedDay(one) ?? release,
    ]),
    ["countries/", release],
    ...overviewAddresses(edition).map((address): [string, string | undefined] => [address, release]),
    ...countries.map((country): [string, string | undefined] => [countryAddress(country), release]),
    ["sources/", release],
    ...[...casebook.sources.keys()].map((id): [string, string | undefined] => [
      sourceAddress(casebook, id) ?? "sources/",
      release,
    ]),
    ["methods/", release],
    ["data/", release],
    ["a-z/", release],
  ];
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${hasTranslations && html` xmlns:xhtml="http://www.w3.org/1999/xhtml"`}>
${pages.map(
  ([
    address,
    day,
  ]) => html`<url><loc>${absoluteUrl(url, address)}</loc>${day !== undefined && html`<lastmod>${day}</lastmod>`}${alternates.get(address)}</url>
`,
)}</urlset>
`.text;
}

function renderAtom(edition: Edition, url: string): string {
  const { config } = edition.index.casebook;
  const release = config.release?.first ?? "";
  const entries = originalsOf(edition.index.casebook)
    .map((one) => ({ one, day: updatedDay(one) ?? release }))
    .sort((a, b) => compareText(b.day, a.day) || compareText(a.one.id, b.one.id));
  const authors = config.authors.length > 0 ? config.authors.map((author) => author.name) : [config.title];
  return html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${config.language}">
<id>${url}</id>
<title>${config.title}</title>
${
  config.description !== undefined &&
  html`<subtitle>${config.description}</subtitle>
`
}<updated>${atTime(release)}</updated>
<link rel="self" type="application/atom+xml" href="${absoluteUrl(url, "feed.xml")}"/>
<link rel="alternate" type="text/html" href="${url}"/>
${authors.map(
  (name) => html`<author><name>${name}</name></author>
`,
)}${entries.map(({ one, day }) => renderEntry(one, day, absoluteUrl(url, caseAddress(one))))}</feed>
`.text;
}

function renderEntry(one: Case, day: string, href: string): ReturnType<typeof html> {
  const summary = descriptionOf(one);
  return html`<entry>
<id>${href}</id>
<title>${one.title}</title>
<updated>${atTime(day)}</updated>
${
  one.date &&
  html`<published>${atTime(one.date.first)}</published>
`
}<link rel="alternate" type="text/html" href="${href}"/>
${one.authors.map(
  (author) => html`<author><name>${author.name}</name></author>
`,
)}${
  summary !== undefined &&
  html`<summary>${summary}</summary>
`
}</entry>
`;
}

function updatedDay(one: Case): string | undefined {
  return (one.modified ?? one.date)?.first;
}

/** Atom wants a time; days are all that a casebook declares. */
function atTime(day: string): string {
  return `${day}T00:00:00Z`;
}

/** The pages about several countries that the site has. */
function overviewAddresses(edition: Edition): string[] {
  const panel = panelOf(edition.index);
  const world = isWorldPanel(panel) ? [WORLD_ADDRESS, ...panel.years.map(mapAddress), JOINED_ADDRESS] : [];
  return [...(hasComparison(edition) ? [COMPARE_ADDRESS] : []), ...world];
}
