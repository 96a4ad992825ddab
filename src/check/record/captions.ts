import type { Exhibit } from "../../compute/exhibits.ts";
import type { Casebook } from "../../model/casebook.ts";
import { plainText } from "../../read/document.ts";
import { BASE_FILES, defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode } from "../prose.ts";

/** How the numbers of a row came about, as far as a caption speaks of it. */
type Kind = "sum" | "mean";

/** What a caption says of its rows. */
const SAYS: Readonly<Record<Kind, RegExp>> = {
  sum: /\b(?:sums?|summed|totals|totall?ed)\b/iu,
  mean: /\b(?:averaged?|averages|means?)\b/iu,
};

/** What a row that somebody typed says of itself: "Total aid", "GDP per head, mean". */
const ROW_SAYS: Readonly<Record<Kind, RegExp>> = {
  sum: /^(?:total|sum|number)\b|\bsum$/iu,
  mean: /\b(?:average|mean)\b/iu,
};

const WORDS: Readonly<Record<Kind, string>> = { sum: "sums", mean: "means" };

const DECLARED = `${BASE_FILES["casebook.yaml"]}statistics:\n  years: 2001-2013\n  rows:\n    - {id: tip-grants, label: Grants, from: record/grants, aggregation: sum}\n`;
const shownAs = (caption: string) => ({
  "casebook.yaml": DECLARED,
  "countries.csv": "country\nJPN\n",
  "record/grants.csv": "id,country,year,recipient,amount\n1,JPN,2004,Vital Voices,12000\n",
  "cases/japan.md": `---\ntitle: Japan\ncountry: JPN\n---\n\n::table[${caption}]{statistics}\n`,
});

export const captionAgainstRows = defineCheck({
  code: "statistic/caption-differs",
  severity: "warning",
  rule: "A caption that calls its numbers means stands over means, one that calls them sums over sums.",
  why: "A sum of thirteen years that is read as a mean is thirteen times too large.",
  mend: "Say in the caption which rows are sums and which are means, or leave it to the rows.",
  examples: [
    { name: "in order", files: shownAs("Key statistics, summed over 2001–2013"), expect: [] },
    {
      name: "both are named",
      files: exampleCase(
        "| What | Value |\n|---|---|\n| Average GDP | $4 |\n| Total aid | $3 |\n\n*Table 1: Averages and sums, 2001–2013*",
      ),
      expect: [],
    },
    {
      name: "declared",
      files: shownAs("Key statistics, averaged"),
      expect: ["cases/japan.md:6:25 The caption says “averaged”; 1 row below it is a sum: Grants."],
    },
    {
      name: "typed",
      files: exampleCase(
        "| What | Value |\n|---|---|\n| Average GDP | $4 |\n| Total aid | $3 |\n| Total grants | $3 |\n\n*Table 1: Statistics, averaged 2001–2013*",
      ),
      expect: [
        "cases/japan.md:11:23 The caption says “averaged”; 2 rows below it are sums: Total aid, Total grants.",
      ],
    },
  ],
  *run({ index, exhibits }) {
    for (const one of index.casebook.cases) {
      for (const exhibit of exhibits.byCase.get(one.id) ?? []) {
        const caption = plainText(exhibit.caption);
        const kind = kindOfCaption(caption);
        if (!kind) continue;
        const other = kind === "sum" ? "mean" : "sum";
        const odd = rowsOf(index.casebook, exhibit).filter((row) => row.kind === other);
        if (odd.length === 0) continue;
        const word = SAYS[kind].exec(caption)?.[0] ?? "";
        const { start, end } = exhibit.node;
        const from = one.document.source.text.slice(start, end).lastIndexOf(word);
        const counted =
          odd.length === 1
            ? `1 row below it is a ${other}`
            : `${odd.length} rows below it are ${WORDS[other]}`;
        yield {
          message: `The caption says “${word}”; ${counted}: ${odd.map(({ label }) => label).join(", ")}.`,
          at: positionOfNode(
            one,
            from < 0 ? { start, end } : { start: start + from, end: start + from + word.length },
          ),
          hint: "Say which rows are sums and which are means, or leave it to the rows.",
        };
      }
    }
  },
});

function kindOfCaption(caption: string): Kind | undefined {
  const [isSum, isMean] = [SAYS.sum.test(caption), SAYS.mean.test(caption)];
  return isSum === isMean ? undefined : isSum ? "sum" : "mean";
}

/** The rows of a table whose numbers are sums or means: as declared, else by their own words. */
function rowsOf({ config }: Casebook, { content }: Exhibit): { label: string; kind: Kind }[] {
  const declared = config.statistics?.rows ?? [];
  if (content.type === "statistics")
    return declared.flatMap(({ label, aggregation: kind }) =>
      kind === "sum" || kind === "mean" ? [{ label, kind }] : [],
    );
  if (content.type !== "written-table") return [];
  return content.table.rows.flatMap(([cell]) => {
    const label = plainText(cell?.children ?? []).trim();
    const known = declared.find((row) => row.label === label)?.aggregation;
    const said = ROW_SAYS.mean.test(label) ? "mean" : ROW_SAYS.sum.test(label) ? "sum" : undefined;
    const kind = known ?? said;
    return kind === "sum" || kind === "mean" ? [{ label, kind }] : [];
  });
}
