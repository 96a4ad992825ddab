import type { Artifact, Edition, RecordEdition } from "../edition.ts";
import { tabulateCodebook } from "../package/codebook.ts";
import { renderCodebookPage } from "../package/codebook-page.ts";
import { DATA_FOLDER, renderDataPackage } from "../package/data-package.ts";
import { createPackageTables } from "../package/package-tables.ts";
import { A_TO_Z_ADDRESS, renderAToZPage } from "../search/a-z-page.ts";
import { renderSearchFiles, SEARCH_ADDRESS } from "../search/search-files.ts";
import { renderSearchPage } from "../search/search-page.ts";
import { renderPoster } from "../share/poster-page.ts";
import { homePreview } from "../share/preview.ts";
import { renderAnalysisPages } from "./analysis-pages.ts";
import { renderCasePage } from "./case-page.ts";
import { renderClaimPages } from "./claim-page.ts";
import { renderClaimsPage } from "./claims-page.ts";
import { renderComparePage } from "./compare-page.ts";
import { renderCountriesPage } from "./countries-page.ts";
import { renderCountryPage } from "./country-page.ts";
import { collectDataFiles } from "./data-tables.ts";
import { renderDocumentPages } from "./document-page.ts";
import { renderEntryPages } from "./entry-page.ts";
import { tableFiles } from "./exhibit-files.ts";
import { renderFeeds } from "./feeds.ts";
import { createFigures } from "./figures.ts";
import { renderHomePage } from "./home-page.ts";
import { renderHypothesesPage } from "./hypotheses-page.ts";
import { listFiles } from "./list-files.ts";
import { collectListFiles } from "./list-tables.ts";
import { renderMethodsPage } from "./methods-page.ts";
import { NOT_FOUND_PATH, renderNotFoundPage } from "./not-found-page.ts";
import { renderRoadPage } from "./road-page.ts";
import { renderSourcePages } from "./source-page.ts";
import { renderSourcesPage } from "./sources-page.ts";
import { collectStaticFiles } from "./static-files.ts";
import { take, takeTurns } from "./take-turns.ts";
import { renderWorldPages } from "./world-pages.ts";

/**
 * Yields every file of the site but the user's own below `assets/`, one after the other, so that a large site never
 * stands in memory as a whole. The same edition gives the same files in the same order. `recordPages` are those of
 * {@link renderRecordPages} that were not yielded before.
 */
export function* renderSite(
  edition: Edition,
  recordPages: Iterator<Artifact> = renderRecordPages(edition),
): Generator<Artifact> {
  const figuresOf = createFigures(edition.index);
  const dataFiles = [...collectDataFiles(edition.index), ...collectListFiles(edition)];
  yield* collectStaticFiles(edition.index.casebook.theme);
  const tables = createPackageTables(edition);
  yield* renderDataPackage(edition, tables);
  yield { path: `${DATA_FOLDER}index.html`, body: renderCodebookPage(edition, tables) };
  yield* tableFiles(`${DATA_FOLDER}codebook`, tabulateCodebook(tables));
  yield { path: "index.html", body: renderHomePage(edition) };
  const preview = homePreview(edition);
  if (preview) yield preview.file;
  for (const one of edition.index.casebook.cases) yield* renderCasePage(edition, one, figuresOf);
  yield { path: "countries/index.html", body: renderCountriesPage(edition) };
  // Claims come in between, so that the thread that renders their pictures has something to do while others are made.
  const claims = renderClaimPages(edition);
  const { countries } = edition.index;
  for (const country of countries) {
    yield* renderCountryPage(edition, figuresOf(country));
    yield* renderRoadPage(edition, figuresOf(country));
    yield* take(claims, Math.ceil((FILES_A_CLAIM * edition.named.length) / countries.length));
  }
  yield* renderPoster(edition);
  yield* renderWorldPages(edition);
  yield* renderComparePage(edition);
  yield* renderHypothesesPage(edition);
  yield* renderAnalysisPages(edition);
  if (edition.hasStatements) yield { path: "claims/index.html", body: renderClaimsPage(edition) };
  yield* takeTurns(claims, recordPages, RECORD_PAGES_A_TURN);
  yield* renderDocumentPages(edition);
  yield { path: "methods/index.html", body: renderMethodsPage(edition, dataFiles) };
  const packaged = new Set(tables.map(({ path }) => `${DATA_FOLDER}${path}.csv`));
  for (const one of dataFiles) {
    for (const file of listFiles(one)) if (!packaged.has(file.path)) yield file;
  }
  yield { path: `${SEARCH_ADDRESS}index.html`, body: renderSearchPage(edition) };
  yield { path: `${A_TO_Z_ADDRESS}index.html`, body: renderAToZPage(edition) };
  yield* renderSearchFiles(edition);
  yield { path: NOT_FOUND_PATH, body: renderNotFoundPage(edition) };
  yield* renderFeeds(edition);
}

/** Yields the pages of entries and of sources. No verdict stands on them: they can be made while claims are being asked. */
export function* renderRecordPages(edition: RecordEdition): Generator<Artifact> {
  yield* renderEntryPages(edition);
  yield { path: "sources/index.html", body: renderSourcesPage(edition) };
  yield* renderSourcePages(edition);
}

/** A claim has a page and a picture. */
const FILES_A_CLAIM = 2;

/** After each file of a claim, so many pages of the record: as long as a claim's picture takes, which a thread renders. */
const RECORD_PAGES_A_TURN = 3;
