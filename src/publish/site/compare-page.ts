import { formatMissing } from "../../base/missing.ts";
import { type Comparison, computeComparison } from "../../compute/comparison.ts";
import { countryAddress } from "../../compute/links.ts";
import { originalsOf } from "../../compute/translations.ts";
import { describeScatter, drawScatter } from "../../draw/scatter.ts";
import type { Artifact, Edition } from "../edition.ts";
import { renderFigurePng } from "../png.ts";
import { type Embed, embedAddress, pairForEmbed, renderEmbed } from "../share/embed.ts";
import { figureFileOptions } from "../share/figure-credit.ts";
import { createOembed, type Oembed } from "../share/oembed.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { COMPARE_ADDRESS, canChooseCountries, renderChooser, renderPairPages } from "./compare-countries.ts";
import type { DataTable } from "./data-table.ts";
import { tableFiles } from "./exhibit-files.ts";
import { downloadsOf, type ExhibitView, renderDownloads, renderDrawings, renderShare } from "./exhibits.ts";
import { type Html, html, rawHtml } from "./html.ts";
import { renderPage } from "./page.ts";
import { renderCaseLink } from "./versions.ts";

/** Tells whether there is a page that compares countries: by scores that the casebook declares, or by choice. */
export function hasComparison(edition: Edition): boolean {
  return computeComparison(edition.index) !== undefined || canChooseCountries(edition);
}

/**
 * Yields the page that compares countries, with its files: countries of the reader's choice where enough are graded, and
 * two scores against each other where the casebook declares them; nothing where there is neither.
 */
export function* renderComparePage(edition: Edition): Generator<Artifact> {
  const comparison = computeComparison(edition.index);
  const canChoose = canChooseCountries(edition);
  if (!comparison && !canChoose) return;
  const { config } = edition.index.casebook;
  const address = COMPARE_ADDRESS;
  const wording = siteWording(edition);
  const { words } = wording;
  const scores = comparison && words.scoresTitle(comparison.y.label, comparison.x.label);
  const title = canChoose ? words.compareCountries : (scores ?? "");
  const oembed = comparison && oembedOf(edition, comparison);
  yield {
    path: `${address}index.html`,
    body: renderPage(edition, {
      address,
      title,
      description: words.titleIn(title, config.title),
      language: config.language,
      section: "countries",
      ...(oembed ? { head: oembed.head } : {}),
      scripts: [
        "scroll-regions",
        ...(comparison ? ["figures", "cite"] : []),
        ...(canChoose ? ["compare"] : []),
      ],
      content: html`<header class="page-header">
<h1${wording.markOfWord(canChoose ? "compareCountries" : "scoresTitle")}>${title}</h1>
</header>
${canChoose && renderChooser(edition)}${
  comparison &&
  html`${canChoose && html`<h2${wording.markOfWord("scoresTitle")}>${scores}</h2>`}
${renderFigure(edition, comparison, address)}${renderTable(edition, comparison, address)}`
}`,
    }),
  };
  if (canChoose) yield* renderPairPages(edition);
  if (!comparison) return;
  const look = figureFileOptions(edition.index.casebook, address);
  const file = { width: 640, idPrefix: "scatter", isStandalone: true, wording, ...look } as const;
  const png = () => renderFigurePng(drawScatter(comparison, { ...file, theme: "light" }).svg);
  yield { path: `${address}scatter.svg`, body: drawScatter(comparison, file).svg };
  yield { path: `${address}scatter.png`, body: png };
  yield* tableFiles(`${address}scatter`, tabulateComparison(comparison));
  if (oembed) yield oembed.file;
  yield* renderScatterEmbed(edition, comparison);
}

/** Returns what tells others how to show the page: the two scores against each other. */
function oembedOf(edition: Edition, comparison: Comparison): Oembed | undefined {
  const wording = siteWording(edition);
  return createOembed(edition, {
    address: COMPARE_ADDRESS,
    title: wording.words.scoresTitle(comparison.y.label, comparison.x.label),
    embed: embedOf(edition, comparison),
    drawing: drawPair(comparison, COMPARE_ADDRESS, wording).wide,
  });
}

function renderFigure(edition: Edition, comparison: Comparison, page: string): Html {
  const wording = siteWording(edition);
  const { wide, narrow } = drawPair(comparison, page, wording);
  const view: ExhibitView = {
    edition,
    wording,
    page,
    id: "scatter",
    caption: html`${describeScatter(comparison, wording).join(" ")}`,
    downloads: downloadsOf(`${page}scatter`, ["svg", "png", "csv", "json"]),
    embed: embedOf(edition, comparison),
  };
  return html`<div class="exhibit exhibit-figure" id="scatter">
${renderDrawings(view, wide, narrow)}${renderDownloads(view)}${renderShare(view, wide)}</div>
`;
}

function drawPair(
  comparison: Comparison,
  page: string,
  wording: Wording,
): { readonly wide: Html; readonly narrow: Html } {
  const draw = (width: number, size: string): Html =>
    rawHtml(
      drawScatter(comparison, {
        width,
        idPrefix: `scatter-${size}`,
        isStandalone: false,
        wording,
        hrefOf: (country) => linkTo(page, countryAddress(country)),
      }).svg,
    );
  return { wide: draw(640, "wide"), narrow: draw(340, "narrow") };
}

function embedOf(edition: Edition, { x, y }: Comparison): Embed {
  const { words } = siteWording(edition);
  return {
    address: embedAddress(COMPARE_ADDRESS, "scatter"),
    title: html`${words.scoresTitle(y.label, x.label)}`,
  };
}

function* renderScatterEmbed(edition: Edition, comparison: Comparison): Generator<Artifact> {
  const embed = embedOf(edition, comparison);
  const wording = siteWording(edition);
  const { wide, narrow } = drawPair(comparison, embed.address, wording);
  yield* renderEmbed(edition, {
    ...embed,
    page: COMPARE_ADDRESS,
    anchor: "scatter",
    drawing: pairForEmbed(wide, narrow, wording),
    language: wording.language,
  });
}

function renderTable(edition: Edition, comparison: Comparison, page: string): Html {
  const { casebook } = edition.index;
  const wording = siteWording(edition);
  const rows = comparison.points.map(({ country, name, x, y }) => {
    const cases = originalsOf(casebook).filter((one) => one.country === country);
    const links = cases.map((one) => html`${renderCaseLink(edition, one, page)} `);
    return html`<tr><th scope="row"><a href="${linkTo(page, countryAddress(country))}">${name}</a></th><td class="align-right">${wording.number(x)}</td><td class="align-right">${wording.number(y)}</td><td>${links}</td></tr>
`;
  });
  return html`<div class="table-scroll" role="group" aria-label="${wording.words.scores}" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">${wording.say("country")}</th><th scope="col" class="align-right">${comparison.x.label}</th><th scope="col" class="align-right">${comparison.y.label}</th><th scope="col">${wording.say("caseColumn")}</th></tr>
</thead>
<tbody>
${rows}</tbody>
</table></div>
`;
}

/** Returns the scores as data, those without both scores last with the reason. */
function tabulateComparison({ points, missing, x, y }: Comparison): DataTable {
  return {
    columns: ["country", "name", x.label, y.label, "missing"],
    rows: [
      ...points.map((point) => [point.country, point.name, point.x, point.y, undefined]),
      ...missing.map(({ country, name, reason }) => [
        country,
        name,
        undefined,
        undefined,
        formatMissing(reason),
      ]),
    ],
  };
}
