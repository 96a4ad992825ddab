import { isMissing } from "../../base/missing.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { computeCriminalization } from "../../compute/panel/criminalization.ts";
import { isWorldPanel, panelOf } from "../../compute/panel/panel.ts";
import { compareCases, findIndexColumn } from "../../compute/panel/policy-index.ts";
import {
  computeMovers,
  computeTransitions,
  type TierTransitions,
  type YearMoves,
} from "../../compute/panel/tier-moves.ts";
import { computeTierShares } from "../../compute/panel/tier-shares.ts";
import { computeYearsJoined } from "../../compute/panel/time-in-report.ts";
import { type ColumnChart, drawColumns } from "../../draw/column-chart.ts";
import type { Artifact, Edition } from "../edition.ts";
import { renderFigurePng } from "../png.ts";
import { type Embed, embedAddress, pairForEmbed, renderEmbed } from "../share/embed.ts";
import { figureFileOptions } from "../share/figure-credit.ts";
import { createOembed } from "../share/oembed.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { DataTable } from "./data-table.ts";
import { tableFiles } from "./exhibit-files.ts";
import {
  downloadsOf,
  type ExhibitView,
  renderDownloads,
  renderDrawings,
  renderShare,
  renderTableExhibit,
} from "./exhibits.ts";
import { type Html, type HtmlValue, html, joinHtml, rawHtml } from "./html.ts";
import { renderPage } from "./page.ts";
import { JOINED_ADDRESS, mapAddress, WORLD_ADDRESS } from "./world-addresses.ts";
import {
  createCriminalizationChart,
  createJoinedChart,
  createMoversChart,
  createSharesChart,
} from "./world-charts.ts";
import { renderMapPages } from "./world-map-pages.ts";
import {
  tabulateCaseComparison,
  tabulateCriminalization,
  tabulateJoined,
  tabulateMovers,
  tabulateShares,
  tabulateTransitions,
} from "./world-tables.ts";

/** One section of the page: what it shows and the files beside it. */
interface WorldSection {
  readonly body: Html;
  readonly files: readonly Artifact[];
  /** What of it others may show: its figure's small page, with the drawing at full width. */
  readonly shared?: { readonly embed: Embed; readonly drawing: Html };
}

/** Yields the pages about all countries, with their files; nothing where the casebook grades only a few. */
export function* renderWorldPages(edition: Edition): Generator<Artifact> {
  const { index } = edition;
  if (!isWorldPanel(panelOf(index))) return;
  const { config } = index.casebook;
  const sections = [
    sharesSection(edition),
    moversSection(edition),
    transitionsSection(edition),
    joinedSection(edition),
    criminalizationSection(edition),
    casesSection(edition),
  ].filter((one) => one !== undefined);
  const wording = siteWording(edition);
  const { words } = wording;
  const address = WORLD_ADDRESS;
  // Who links to the page is shown its first figure.
  const shared = sections[0]?.shared;
  const oembed = shared && createOembed(edition, { address, title: words.worldTitle, ...shared });
  yield {
    path: `${address}index.html`,
    body: renderPage(edition, {
      address,
      title: words.worldTitle,
      description: words.worldDescription(config.title),
      language: config.language,
      section: "countries",
      ...(oembed ? { head: oembed.head } : {}),
      scripts: ["scroll-regions", "figures", "cite"],
      content: html`<header class="page-header">
<h1>${wording.say("worldTitle")}</h1>
</header>
<div class="prose"><p>${wording.say("worldLead", config.scorecard.name)}</p>
<p>${wording.say("mapsAre", renderMapLinks(edition, wording))}</p></div>
${sections.map((one) => one.body)}`,
    }),
  };
  if (oembed) yield oembed.file;
  for (const { files } of sections) yield* files;
  yield* renderMapPages(edition);
}

function renderMapLinks({ index }: Edition, wording: Wording): Html {
  const years = panelOf(index).years.map(
    (year) => html`<a href="${linkTo(WORLD_ADDRESS, mapAddress(year))}">${year}</a>`,
  );
  const joined = html`<a href="${linkTo(WORLD_ADDRESS, JOINED_ADDRESS)}">${wording.say("firstYearsInReport")}</a>`;
  return joinHtml([...years, joined], " · ");
}

/** Returns a figure at both widths with its files; `after` follows the figure. */
function figureSection(
  edition: Edition,
  id: string,
  { chart, table, after }: { chart: ColumnChart; table: DataTable; after: Html },
): WorldSection {
  const plain = viewOf(edition, id, html`${chart.description.join(" ")}`, ["svg", "png", "csv", "json"]);
  const embed = { address: embedAddress(WORLD_ADDRESS, id), title: html`${chart.title}` };
  const view = { ...plain, embed };
  const draw = (width: number, size: string): Html =>
    rawHtml(drawColumns(chart, { width, idPrefix: `${id}-${size}`, isStandalone: false }).svg);
  const [wide, narrow] = [draw(640, "wide"), draw(340, "narrow")];
  const stem = WORLD_ADDRESS + id;
  const look = figureFileOptions(edition.index.casebook, WORLD_ADDRESS);
  const file = { width: 664, idPrefix: id, isStandalone: true, ...look };
  return {
    shared: { embed, drawing: wide },
    body: html`<h2>${chart.title}</h2>
<div class="exhibit exhibit-figure" id="${id}">
${renderDrawings(view, wide, narrow)}${renderDownloads(view)}${renderShare(view, wide)}</div>
${after}`,
    files: [
      { path: `${stem}.svg`, body: drawColumns(chart, file).svg },
      {
        path: `${stem}.png`,
        body: () => renderFigurePng(drawColumns(chart, { ...file, theme: "light" }).svg),
      },
      ...tableFiles(stem, table),
      ...renderEmbed(edition, {
        ...embed,
        page: WORLD_ADDRESS,
        anchor: id,
        drawing: pairForEmbed(wide, narrow, view.wording),
        language: view.wording.language,
      }),
    ],
  };
}

function viewOf(edition: Edition, id: string, caption: Html, kinds: readonly string[]): ExhibitView {
  return {
    edition,
    wording: siteWording(edition),
    page: WORLD_ADDRESS,
    id,
    caption,
    downloads: downloadsOf(WORLD_ADDRESS + id, kinds),
  };
}

interface PlainTable {
  readonly id: string;
  readonly caption: Html;
  readonly heads: readonly HtmlValue[];
  readonly rows: readonly (readonly (string | number | Html)[])[];
  readonly kinds?: readonly string[];
}

/** Returns a table of numbers; the first column heads its row. */
function renderNumbers(edition: Edition, table: PlainTable): Html {
  const view = viewOf(edition, table.id, table.caption, table.kinds ?? []);
  return renderTableExhibit(
    view,
    html`<thead>
<tr>${table.heads.map((head, i) => (i === 0 ? html`<th scope="col">${head}</th>` : html`<th scope="col" class="align-right">${head}</th>`))}</tr>
</thead>
<tbody>
${table.rows.map(
  (
    row,
  ) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td class="align-right">${cell}</td>`))}</tr>
`,
)}</tbody>
`,
    "list-table",
  );
}

function sharesSection(edition: Edition): WorldSection {
  const panel = panelOf(edition.index);
  const wording = siteWording(edition);
  const shares = computeTierShares(panel);
  const rows = shares.map(({ year, rated, shares: tiers }) => [
    year,
    ...panel.tiers.map((tier) => {
      const found = tiers.find((one) => one.tier.id === tier.id);
      return found ? `${found.count} (${wording.wholePercent(found.share)})` : "—";
    }),
    rated,
  ]);
  return figureSection(edition, "tier-shares", {
    chart: createSharesChart(wording, shares, panel.tiers),
    table: tabulateShares(shares),
    after: renderNumbers(edition, {
      id: "tier-shares-table",
      caption: wording.say("sharesCaption"),
      heads: [wording.say("year"), ...panel.tiers.map((tier) => tier.label), wording.say("graded")],
      rows,
    }),
  });
}

function moversSection(edition: Edition): WorldSection | undefined {
  const { index } = edition;
  const movers = computeMovers(panelOf(index));
  if (movers.length === 0) return undefined;
  const wording = siteWording(edition);
  const table = renderNumbers(edition, {
    id: "movers-table",
    caption: wording.say("moversCaption"),
    heads: wording.sayAll("year", "up", "down", "same", "cameInColumn", "wentOut"),
    rows: movers.map((one) => [
      one.year,
      one.up.length,
      one.down.length,
      one.same,
      one.entered.length,
      one.left.length,
    ]),
  });
  return figureSection(edition, "movers", {
    chart: createMoversChart(wording, movers),
    table: tabulateMovers(index, movers),
    after: html`${table}<details class="movers-list">
<summary>${wording.say("whoMoved")}</summary>
${movers.map((one) => renderWhoMoved(edition, one))}</details>
`,
  });
}

function renderWhoMoved(edition: Edition, { year, up, down, entered, left }: YearMoves): Html {
  const wording = siteWording(edition);
  const names = (
    how: "up" | "down" | "cameInColumn" | "wentOut",
    countries: readonly string[],
  ): Html | undefined =>
    countries.length === 0
      ? undefined
      : html`<p>${wording.say("movedThese", wording.say(how), wording.row(countries.map((id) => linkCountry(edition, id))))}</p>
`;
  return html`<h3>${year}</h3>
${names(
  "up",
  up.map((one) => one.country),
)}${names(
  "down",
  down.map((one) => one.country),
)}${names("cameInColumn", entered)}${names("wentOut", left)}`;
}

function linkCountry(edition: Edition, country: string): Html {
  return html`<a href="${linkTo(WORLD_ADDRESS, countryAddress(country))}">${nameOf(edition.index.casebook, country)}</a>`;
}

function transitionsSection(edition: Edition): WorldSection | undefined {
  const panel = panelOf(edition.index);
  if (panel.years.length < 2) return undefined;
  const transitions = computeTransitions(panel);
  const { tiers, entered } = transitions;
  const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const wording = siteWording(edition);
  const rows = tiers.map((tier, i) => transitionRow(transitions, i, [tier.label, wording.wholePercent]));
  return {
    body: html`<h2>${wording.say("transitionsTitle")}</h2>
<div class="prose"><p>${wording.say("transitionsLead", panel.years[0], panel.years.at(-1))}</p></div>
${renderNumbers(edition, {
  id: "transitions",
  caption: wording.say("transitionsCaption"),
  heads: [
    wording.say("from"),
    ...tiers.map((tier) => wording.say("toTier", tier.label)),
    ...wording.sayAll("toNoTier", "total"),
  ],
  rows: [...rows, [wording.say("noTier"), ...entered, "", total(entered)]],
  kinds: ["csv", "json"],
})}`,
    files: tableFiles(`${WORLD_ADDRESS}transitions`, tabulateTransitions(transitions)),
  };
}

function transitionRow(
  { counts, left }: TierTransitions,
  i: number,
  [label, percent]: readonly [string, (share: number) => string],
): (string | number)[] {
  const row = [...(counts[i] ?? []), left[i] ?? 0];
  const all = row.reduce((a, b) => a + b, 0);
  return [label, ...row.map((count) => (all === 0 ? "0" : `${count} (${percent(count / all)})`)), all];
}

function joinedSection(edition: Edition): WorldSection | undefined {
  const { index } = edition;
  const joined = computeYearsJoined(index, panelOf(index));
  if (joined.length === 0) return undefined;
  const wording = siteWording(edition);
  const all = joined.reduce((sum, one) => sum + one.countries.length, 0);
  return figureSection(edition, "year-joined", {
    chart: createJoinedChart(wording, joined),
    table: tabulateJoined(index, joined),
    after: html`<div class="prose"><p>${wording.say("fullStop", wording.say("countryCount", all))} <a href="${linkTo(WORLD_ADDRESS, JOINED_ADDRESS)}">${wording.say("sameAsMap")}</a></p></div>
<details>
<summary>${wording.say("whichByYear")}</summary>
${joined.map(
  ({ year, countries }) =>
    html`<p>${wording.say("joinedIn", year, countries.length, wording.row(countries.map((id) => linkCountry(edition, id))))}</p>
`,
)}</details>
`,
  });
}

function criminalizationSection(edition: Edition): WorldSection | undefined {
  const { index } = edition;
  const spread = computeCriminalization(index, panelOf(index).years);
  if (spread.length === 0) return undefined;
  const wording = siteWording(edition);
  return figureSection(edition, "criminalization", {
    chart: createCriminalizationChart(wording, spread),
    table: tabulateCriminalization(spread),
    after: renderNumbers(edition, {
      id: "criminalization-table",
      caption: wording.say("criminalizationCaption", index.laws.size),
      heads: wording.sayAll("year", "full", "partialOnly"),
      rows: spread.map(({ year, full, partial }) => [year, full, partial]),
    }),
  });
}

/** Cases against others: only where the casebook has an index and cases of some of its countries. */
function casesSection(edition: Edition): WorldSection | undefined {
  const column = findIndexColumn(edition.index);
  const rows = compareCases(edition.index);
  if (!column || !rows.some(({ cases }) => cases.n > 0)) return undefined;
  const wording = siteWording(edition);
  const mean = (one: (typeof rows)[number]["cases"]): string =>
    isMissing(one.mean) ? "—" : wording.twoDecimals(one.mean);
  return {
    body: html`<h2>${wording.say("casesAndOthers")}</h2>
<div class="prose"><p>${wording.say("casesAndOthersLead", column.column.label)}</p></div>
${renderNumbers(edition, {
  id: "cases-and-others",
  caption: wording.say("casesAndOthersCaption"),
  heads: [...wording.sayAll("year", "cases"), "n", wording.say("others"), "n"],
  rows: rows.map(({ year, cases, others }) => [year, mean(cases), cases.n, mean(others), others.n]),
  kinds: ["csv", "json"],
})}`,
    files: tableFiles(`${WORLD_ADDRESS}cases-and-others`, tabulateCaseComparison(rows)),
  };
}
