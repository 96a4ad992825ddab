import type { Position } from "../../base/source.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { evidenceCells } from "../../compute/evidence.ts";
import { rowBasis } from "../../compute/row-basis.ts";
import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { renderSourceLink } from "./exhibits.ts";
import { type Html, html, joinHtml } from "./html.ts";

/** Most rows of a query, and most cells, that a claim's page shows. */
export const ROWS_SHOWN = 100;

/** Returns the cells that decided a statement: where each stands, what it says, and the sources that its row names. */
export function renderEvidence(edition: Edition, page: string, evidence: readonly Position[]): Html {
  const cells = evidenceCells(evidence);
  if (cells.length === 0) return html``;
  const wording = siteWording(edition);
  const basis = rowBasis(edition.index.casebook);
  const sourcesOf = (file: string, line: number): Html => {
    const { sources = [], entries = [] } = basis.get(`${file}:${line}`) ?? {};
    const links = [
      ...entries.map((entry) => html`<a href="${linkTo(page, entryAddress(entry))}">${entry.id}</a>`),
      ...[...sources, ...entries.flatMap((entry) => entry.sources.map(({ source }) => source))].map(
        (source) => renderSourceLink({ edition, page }, source),
      ),
    ];
    return links.length === 0 ? html`—` : joinHtml(links, wording.words.partSeparator);
  };
  return html`<h2 id="evidence">${wording.say("cellsThatDecided")}</h2>
<div class="table-scroll" role="group" aria-label="${wording.words.cellsTable}" tabindex="0"><table class="evidence-cells">
<thead>
<tr>${wording.sayAll("cell", "says", "itsRow", "source").map((head) => html`<th scope="col">${head}</th>`)}</tr>
</thead>
<tbody>
${cells.slice(0, ROWS_SHOWN).map(
  ({ file, line, field, text, row }) =>
    html`<tr><td>${breakable(`${file}:${line}`, "/")}${field !== undefined && html`, <code>${field}</code>`}</td><td>${text}</td><td>${breakable(row, ",")}</td><td>${sourcesOf(file, line)}</td></tr>
`,
)}</tbody>
</table></div>
${cells.length > ROWS_SHOWN && html`<p>${wording.say("firstCells", ROWS_SHOWN, cells.length)}</p>\n`}`;
}

/** Lets a browser break a line behind a sign. */
function breakable(text: string, sign: string): Html {
  return html`${text.split(sign).map((part, i) => (i === 0 ? part : html`${sign}<wbr>${part}`))}`;
}
