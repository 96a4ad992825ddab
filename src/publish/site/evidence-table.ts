import type { Position } from "../../base/source.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { type EvidenceCell, evidenceCells } from "../../compute/evidence.ts";
import { rowBasis } from "../../compute/row-basis.ts";
import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { renderSourceLink } from "./exhibits.ts";
import { escapeHtml, type Html, html, joinHtml, rawHtml } from "./html.ts";

/** Most rows of a query, and most cells, that a claim's page shows. */
export const ROWS_SHOWN = 100;

/** Returns the cells that decided a statement: where each stands, what it says, and the sources that its row names. */
export function renderEvidence(edition: Edition, page: string, evidence: readonly Position[]): Html {
  const cells = evidenceCells(evidence);
  if (cells.length === 0) return html``;
  const wording = siteWording(edition);
  return html`<h2 id="evidence">${wording.say("cellsThatDecided")}</h2>
<div class="table-scroll" role="group" aria-label="${wording.words.cellsTable}" tabindex="0"><table class="evidence-cells">
<thead>
<tr>${wording.sayAll("cell", "says", "source", "itsRow").map((head) => html`<th scope="col">${head}</th>`)}</tr>
</thead>
<tbody>
${shareRows(edition, page, cells.slice(0, ROWS_SHOWN))}</tbody>
</table></div>
${cells.length > ROWS_SHOWN && html`<p>${wording.say("firstCells", ROWS_SHOWN, cells.length)}</p>\n`}`;
}

const shared = new WeakMap<Edition, Map<string, Map<EvidenceCell, Html>>>();

/** Returns cells as rows of the table; the same ones decide many statements, whose pages lie side by side. */
function shareRows(edition: Edition, page: string, cells: readonly EvidenceCell[]): Html[] {
  const roots = shared.get(edition) ?? new Map<string, Map<EvidenceCell, Html>>();
  shared.set(edition, roots);
  const root = linkTo(page, "");
  const known = roots.get(root) ?? new Map<EvidenceCell, Html>();
  roots.set(root, known);
  return cells.map((cell) => {
    const row = known.get(cell) ?? renderRow(edition, page, cell);
    known.set(cell, row);
    return row;
  });
}

function renderRow(edition: Edition, page: string, { file, line, field, text, row }: EvidenceCell): Html {
  return html`<tr><td>${breakable(`${file}:${line}`, "/")}${field !== undefined && html`, <code>${field}</code>`}</td><td>${text}</td><td>${renderSources(edition, page, `${file}:${line}`)}</td><td>${breakable(row, ",")}</td></tr>
`;
}

function renderSources(edition: Edition, page: string, row: string): Html {
  const { sources = [], entries = [] } = rowBasis(edition.index.casebook).get(row) ?? {};
  const all = [...sources, ...entries.flatMap((entry) => entry.sources.map(({ source }) => source))];
  const links = [
    ...entries.map((entry) => html`<a href="${linkTo(page, entryAddress(entry))}">${entry.id}</a>`),
    ...all.map((source) => renderSourceLink({ edition, page }, source)),
  ];
  return links.length === 0 ? html`—` : joinHtml(links, siteWording(edition).words.partSeparator);
}

/** Lets a browser break a line behind a sign, which is none that escaping makes. */
function breakable(text: string, sign: "/" | ","): Html {
  return rawHtml(escapeHtml(text).replaceAll(sign, `${sign}<wbr>`));
}
