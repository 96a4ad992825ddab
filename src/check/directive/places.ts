import { proseOf } from "../../compute/prose-index.ts";
import { walk } from "../../read/document.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode } from "../prose.ts";

/** The beginning of an inline directive. */
const DIRECTIVE = /(?<!\\):(grade|value|claim|ref)(?=\[)/g;

export const directiveMisplaced = defineCheck({
  code: "directive/misplaced",
  severity: "error",
  rule: "Inline directives stand in prose, captions and notes, not in a header or in the alternative text of an image.",
  why: "There nothing is checked, and the reader would believe that it was.",
  mend: "Write the words without the directive there, or make the statement in the prose.",
  examples: [
    {
      name: "in order",
      files: exampleCase("![A map](/assets/map.png)\n\n*A map of :ref[the figure]{to=figure}*"),
      expect: [],
    },
    {
      name: "in an alternative text",
      files: exampleCase("![Japan, :grade[Tier 1]{year=2003}](/assets/map.png)"),
      expect: ["cases/japan.md:5:10 `:grade` is not checked in an alternative text."],
    },
    {
      name: "in a title",
      files: { "cases/japan.md": "title: Japan, :grade[Tier 1]{year=2003}\ncountry: JPN\n\nProse.\n" },
      expect: ["cases/japan.md:1:15 `:grade` is not checked in a header."],
    },
  ],
  *run({ index }) {
    for (const one of index.casebook.cases) {
      const { text } = one.document.source;
      if (text.search(DIRECTIVE) < 0) continue;
      const header = { start: 0, end: one.document.blocks[0]?.start ?? text.length };
      const images = [...walk(proseOf(one))].filter(({ type }) => type === "image");
      for (const { start, end } of [header, ...images]) {
        for (const match of text.slice(start, end).matchAll(DIRECTIVE)) {
          const at = start + match.index;
          yield {
            message: `\`${match[0]}\` is not checked in ${start === 0 ? "a header" : "an alternative text"}.`,
            at: positionOfNode(one, { start: at, end: at + match[0].length }),
            hint: "Write the words alone there.",
          };
        }
      }
    }
  },
});
