import { entryAddress } from "../../compute/entry-links.ts";
import { gradeYear } from "../../compute/link-lookup.ts";
import { TEST_NAMES } from "../../compute/test-result.ts";
import type { MatrixCell, MatrixRow } from "../../compute/tests-matrix.ts";
import { drawVerdictMark } from "../../draw/verdict-mark.ts";
import { linkTo } from "./addresses.ts";
import type { DataTable } from "./data-table.ts";
import { type ExhibitView, renderTableExhibit } from "./exhibits.ts";
import { type Html, html, joinHtml, rawHtml } from "./html.ts";
import { linkToFact } from "./record-addresses.ts";

const HEADS = ["outcome", "sequencing", "congruence", "testimony"] as const;

/**
 * Returns the tests of a country's outcomes: a verdict by word and shape, why, and what it rests on, with the rival
 * explanations and the gaps below. Roles are spelled out because narrow pages set the rows as blocks. An author's verdict says whose it is, why, and what was computed.
 */
export function renderTestsExhibit(view: ExhibitView, rows: readonly MatrixRow[]): Html {
  const none = html`<tr role="row"><td role="cell" colspan="${HEADS.length}">${view.wording.say("noOutcomes")}</td></tr>
`;
  return renderTableExhibit(
    view,
    html`<thead>
<tr role="row">${HEADS.map((head) => html`<th scope="col" role="columnheader">${view.wording.say(head)}</th>`)}</tr>
</thead>
<tbody>
${rows.length === 0 ? none : rows.map((row) => renderRow(view, row))}</tbody>
`,
    "tests-table",
  );
}

/** Returns the tests as data, one row for each outcome and test. */
export function tabulateTests(rows: readonly MatrixRow[]): DataTable {
  return {
    columns: [
      "country",
      "outcome",
      "date",
      "summary",
      "test",
      "verdict",
      "computed",
      "reason",
      "missing",
      "evidence",
      "override_reason",
      "override_by",
      "rivals",
      "gaps",
    ],
    rows: rows.flatMap(({ outcome, cells, rivals, gaps }) =>
      TEST_NAMES.map((test) => {
        const { verdict, computed, override } = cells[test];
        return [
          outcome.country,
          outcome.id,
          outcome.date?.text,
          outcome.summary,
          test,
          verdict,
          computed.verdict,
          computed.reason,
          computed.missing,
          computed.evidence.join(";"),
          override?.reason,
          override?.by,
          rivals.join(";"),
          gaps.join(";"),
        ];
      }),
    ),
  };
}

function renderRow(view: ExhibitView, { outcome, cells, rivals, gaps }: MatrixRow): Html {
  const { wording } = view;
  const href = linkTo(view.page, entryAddress(outcome));
  const when = outcome.date ? wording.date(outcome.date) : wording.say("noDate");
  const against = [
    rivals.length > 0 &&
      html`<span>${wording.say("otherExplanations", renderFacts(view, outcome.country, rivals))}</span>`,
    gaps.length > 0 &&
      html`<span>${wording.say("notFound", renderFacts(view, outcome.country, gaps))}</span>`,
  ];
  const isContested = rivals.length + gaps.length > 0;
  return html`<tr role="row"><th scope="row" role="rowheader"><a href="${href}">${outcome.summary}</a> <span class="test-date">${when}</span></th>${TEST_NAMES.map(
    (test, i) =>
      html`<td role="cell" data-test="${wording.words[HEADS[i + 1] ?? "outcome"]}">${renderCell(view, outcome, cells[test])}</td>`,
  )}</tr>
${
  isContested &&
  html`<tr role="row" class="test-against"><td role="cell" colspan="${HEADS.length}">${joinHtml(against, " ")}</td></tr>
`
}`;
}

function renderCell(view: ExhibitView, outcome: MatrixRow["outcome"], cell: MatrixCell): Html {
  const { wording } = view;
  const { computed, override } = cell;
  const { evidence } = computed;
  const word = wording.sayOf("testVerdicts", cell.verdict);
  const said =
    override &&
    html`<span class="test-override">${wording.say("verdictOf", override.by, override.reason, wording.sayOf("testVerdicts", computed.verdict))}</span> `;
  const rests =
    evidence.length > 0 &&
    html` <span class="test-evidence">${renderFacts(view, outcome.country, evidence)}</span>`;
  const verdict = rests ? word : html`<a href="${linkTo(view.page, entryAddress(outcome))}">${word}</a>`;
  return html`<span class="test-verdict">${rawHtml(drawVerdictMark(cell.verdict))} ${verdict}</span> ${said}<span class="test-reason"${wording.englishMark}>${computed.reason}</span>${rests}`;
}

/** Returns links to facts of the record, in a sentence's manner. */
function renderFacts(view: ExhibitView, country: string, ids: readonly string[]): Html {
  const { casebook } = view.edition.index;
  const links = ids.map((id) => {
    const year = gradeYear(id);
    const name = year === undefined ? id : view.wording.say("gradeOf", year);
    return html`<a href="${linkToFact(view.page, country, id, casebook)}">${name}</a>`;
  });
  return view.wording.row(links);
}
