import { suggest } from "../../base/nearest.ts";
import { AGGREGATIONS } from "../../model/config.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode } from "../prose.ts";

/** What each directive takes between its braces besides `#id` and `.class`. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  grade: ["country", "year", "years", "tier"],
  value: ["of", "country", "year", "years", "by", "value", "analysis"],
  claim: ["id"],
  ref: ["to"],
  figure: ["country", "analysis"],
  table: ["country", "analysis"],
};

const FILES = {
  "grades.csv": "country,year,tier\nJPN,2003,2\n",
  "series/x.csv": "country,year,p\nJPN,2003,5\n",
  "series/x.yaml": "label: Index\n",
};

export const directiveUnknownAttribute = defineCheck({
  code: "directive/unknown-attribute",
  severity: "error",
  rule: "The braces of a directive hold only what it takes, each once.",
  why: "With `contry=KOR` a statement would be held against the country of its case, and look as if it was checked for another.",
  mend: `Correct the name. ${Object.entries(KEYS)
    .map(([name, keys]) => `${name} takes ${keys.join(", ")}`)
    .join("; ")}.`,
  examples: [
    {
      name: "in order",
      files: { ...FILES, ...exampleCase("It was on :grade[Tier 2]{year=2003 country=JPN}.") },
      expect: [],
    },
    {
      name: "misspelt",
      files: { ...FILES, ...exampleCase("It was on :grade[Tier 2]{year=2003 contry=KOR}.") },
      expect: ["cases/japan.md:5:11 `contry` is nothing that `grade` takes."],
    },
    {
      name: "a word alone",
      files: { ...FILES, ...exampleCase("It was :value[5]{of=x year=2003 KOR}.") },
      expect: ["cases/japan.md:5:8 `KOR` is nothing that `value` takes."],
    },
    {
      name: "twice",
      files: { ...FILES, ...exampleCase("It was :value[5]{of=x year=2003 year=2004}.") },
      expect: ["cases/japan.md:5:8 `value` says `year` twice."],
    },
    {
      name: "a year and years",
      files: { ...FILES, ...exampleCase("It was :value[5]{of=x year=2003 years=2003-2004 by=sum}.") },
      expect: ["cases/japan.md:5:8 `value` says both `year` and `years`."],
    },
  ],
  *run({ index }) {
    for (const { one, node } of [
      ...index.prose.of("inline-directive"),
      ...index.prose.of("leaf-directive"),
    ]) {
      const known = KEYS[node.name];
      const isLeaf = node.name === "figure" || node.name === "table";
      if (!known || isLeaf !== (node.type === "leaf-directive")) continue; // directive/unknown looks at it
      const at = positionOfNode(one, node);
      const { values, words } = node.attributes;
      // A figure's first word names it.
      for (const word of isLeaf ? words.slice(1) : words) {
        const twice = /^([^=]+)=/.exec(word)?.[1];
        const hint = twice === undefined ? hintOf(word, node.name, known) : "Leave one of the two out.";
        const message =
          twice === undefined
            ? `\`${word}\` is nothing that \`${node.name}\` takes.`
            : `\`${node.name}\` says \`${twice}\` twice.`;
        yield { message, at, hint };
      }
      for (const key of Object.keys(values)) {
        if (known.includes(key)) continue;
        yield {
          message: `\`${key}\` is nothing that \`${node.name}\` takes.`,
          at,
          hint: hintOf(key, node.name, known),
        };
      }
      if (values.year !== undefined && values.years !== undefined) {
        yield {
          message: `\`${node.name}\` says both \`year\` and \`years\`.`,
          at,
          hint: "Leave one of the two out.",
        };
      }
    }
  },
});

function hintOf(word: string, name: string, known: readonly string[]): string {
  if (AGGREGATIONS.some((how) => how === word) && known.includes("by")) return `Write \`by=${word}\`.`;
  if (/^\d{4}(-\d{4})?$/.test(word) && known.includes("years")) return `Write \`years=${word}\`.`;
  if (/^[A-Z]{3}$/.test(word) && known.includes("country")) return `Write \`country=${word}\`.`;
  return suggest(word, known, `${name} takes ${known.join(", ")}.`);
}
