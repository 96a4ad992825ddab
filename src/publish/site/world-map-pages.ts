import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { panelOf } from "../../compute/panel/panel.ts";
import { computeYearsJoined } from "../../compute/panel/time-in-report.ts";
import { drawMapKey, drawWorldMap, type WorldMap } from "../../draw/world-map.ts";
import type { Artifact, Edition } from "../edition.ts";
import { embedAddress, renderEmbed } from "../share/embed.ts";
import { figureFileOptions } from "../share/figure-credit.ts";
import { createOembed } from "../share/oembed.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { DataTable } from "./data-table.ts";
import { tableFiles } from "./exhibit-files.ts";
import { downloadsOf, renderDownloads, renderOpenLarge, renderShare } from "./exhibits.ts";
import { type Html, html, rawHtml } from "./html.ts";
import { renderPage } from "./page.ts";
import { JOINED_ADDRESS, mapAddress, tierAnchor, WORLD_ADDRESS } from "./world-addresses.ts";
import { readWorldGeometry } from "./world-atlas.ts";
import { binYearsJoined, createJoinedMap, createTierMap } from "./world-maps.ts";
import { tabulateJoined, tabulateMap } from "./world-tables.ts";

/** Countries of one class, listed below a map. */
interface MapList {
  readonly id: string;
  readonly title: string;
  readonly countries: readonly string[];
}

interface MapPage {
  readonly address: string;
  /** Of a map that is one of a row of years. */
  readonly year?: number;
  readonly map: WorldMap;
  readonly table: DataTable;
  readonly lists: readonly MapList[];
}

/** Yields the map of each year and that of the years of joining, each a page with its drawing and data beside it. */
export function* renderMapPages(edition: Edition): Generator<Artifact> {
  const { index } = edition;
  const panel = panelOf(index);
  for (const year of panel.years) {
    const row = [...(panel.tiersByYear.get(year) ?? [])];
    yield* renderMapPage(edition, {
      address: mapAddress(year),
      year,
      map: createTierMap(edition, year),
      table: tabulateMap(index, year),
      lists: panel.tiers.flatMap((tier) => {
        const countries = row.flatMap(([country, one]) => (one.id === tier.id ? [country] : []));
        return countries.length === 0 ? [] : [{ id: tierAnchor(tier), title: tier.label, countries }];
      }),
    });
  }
  const joined = computeYearsJoined(index, panel);
  yield* renderMapPage(edition, {
    address: JOINED_ADDRESS,
    map: createJoinedMap(edition, joined),
    table: tabulateJoined(index, joined),
    lists: binYearsJoined(joined).map(({ years, label, countries }) => ({
      id: `from-${years.first}`,
      title: label,
      countries,
    })),
  });
}

function* renderMapPage(edition: Edition, page: MapPage): Generator<Artifact> {
  const { address, map } = page;
  const { config } = edition.index.casebook;
  const wording = siteWording(edition);
  const geometry = readWorldGeometry();
  const downloads = downloadsOf(`${address}map`, ["svg", "csv", "json"]);
  const drawn = rawHtml(drawWorldMap(geometry, map, { idPrefix: "map", isStandalone: false }).svg);
  const drawing = html`<div class="figure-frame">${drawn}</div>
${rawHtml(drawMapKey(map, "map"))}
`;
  const embed = { address: embedAddress(address, "map"), title: html`${map.title}` };
  const oembed = createOembed(edition, { address, title: map.title, embed, drawing });
  yield {
    path: `${address}index.html`,
    body: renderPage(edition, {
      address,
      title: map.title,
      description: map.description.join(" "),
      language: config.language,
      section: "countries",
      ...(oembed ? { head: oembed.head } : {}),
      scripts: ["figures", "cite", ...(page.year === undefined ? [] : ["map-player"])],
      content: html`<header class="page-header">
<h1>${map.title}</h1>
</header>
${renderYears(edition, address)}<div class="exhibit exhibit-figure exhibit-map" id="map">
<figure class="year-map">
${drawing}<figcaption>${map.description.join(" ")}</figcaption>
</figure>
${renderOpenLarge({ wording })}${page.year !== undefined && renderPlayer(edition, page.year)}${renderDownloads({ page: address, downloads, wording })}${renderShare({ edition, wording, embed }, drawing)}</div>
<div class="prose"><p>${wording.say("boundaries")}</p></div>
<div class="map-lists">
${page.lists.map((list) => renderList(edition, address, list))}</div>
`,
    }),
  };
  yield {
    path: `${address}map.svg`,
    body: drawWorldMap(geometry, map, {
      idPrefix: "map",
      isStandalone: true,
      ...figureFileOptions(edition.index.casebook, address),
    }).svg,
  };
  yield* tableFiles(`${address}map`, page.table);
  if (oembed) yield oembed.file;
  yield* renderEmbed(edition, {
    ...embed,
    page: address,
    anchor: "map",
    drawing,
    language: config.language,
  });
}

/** Returns the controls by which `map-player.ts` shows other years in the same place. */
function renderPlayer(edition: Edition, year: number): Html {
  const { years } = panelOf(edition.index);
  const wording = siteWording(edition);
  const { words } = wording;
  const [first = year, last = year] = [years[0], years.at(-1)];
  if (last - first !== years.length - 1) return html``;
  return html`<map-player class="needs-scripts" data-play="${words.play}" data-pause="${words.pause}" data-next="${words.nextYear}">
<button type="button">${wording.say("play")}</button>
<label>${wording.say("year")} <b class="year-shown" aria-hidden="true">${year}</b>
<input type="range" min="${first}" max="${last}" step="1" value="${year}" autocomplete="off"></label>
<span class="visually-hidden" role="status"></span>
</map-player>
`;
}

function renderYears(edition: Edition, page: string): Html {
  const wording = siteWording(edition);
  const items = [
    ...panelOf(edition.index).years.map((year) => ({ address: mapAddress(year), label: html`${year}` })),
    { address: JOINED_ADDRESS, label: wording.say("firstYears") },
  ];
  return html`<nav class="map-years" aria-label="${wording.words.maps}">
<ul>
${items.map(({ address, label }) =>
  address === page
    ? html`<li><a href="${linkTo(page, address)}" aria-current="page">${label}</a></li>
`
    : html`<li><a href="${linkTo(page, address)}">${label}</a></li>
`,
)}<li><a href="${linkTo(page, WORLD_ADDRESS)}">${wording.say("allFigures")}</a></li>
</ul>
</nav>
`;
}

function renderList(edition: Edition, page: string, { id, title, countries }: MapList): Html {
  const wording = siteWording(edition);
  const links = countries.map(
    (country) =>
      html`<a href="${linkTo(page, countryAddress(country))}">${nameOf(edition.index.casebook, country)}</a>`,
  );
  return html`<h2 id="${id}">${title} (${countries.length})</h2>
<div class="prose"><p>${wording.say("fullStop", wording.row(links))}</p></div>
`;
}
