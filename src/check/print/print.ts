import { defineCheck } from "../define-check.ts";

const HEAD = "title: Japan\ncountry: JPN\n\n";
const OK = { name: "in order", files: { "cases/japan.md": `${HEAD}Japan was graded.\n` }, expect: [] };

export const printMissingGlyph = defineCheck({
  code: "print/missing-glyph",
  severity: "warning",
  isFoundInPrint: true,
  rule: "The typefaces of prints have every letter of the casebook. Found by `build --pdf` and `check --pdf`.",
  why: "A letter that no typeface has is a box on paper, and the PDF cannot have the mark of its standard.",
  mend: "Install the package of typefaces that the finding names, or write the words in another script besides.",
  examples: [
    { ...OK, name: "Japanese", files: { "cases/japan.md": `${HEAD}日本の評価。\n` } },
    {
      name: "Korean, whose typefaces are not installed",
      files: { "cases/japan.md": `${HEAD}In Korean: 한국.\n` },
      expect: ["cases/japan.md:4:13 The print’s typefaces have no `국` (U+AD6D) and `한` (U+D55C)."],
    },
  ],
});

export const printNotSet = defineCheck({
  code: "print/not-set",
  severity: "warning",
  isFoundInPrint: true,
  rule: "All that a page shows can be set in print. Found by `build --pdf` and `check --pdf`.",
  why: "The page has it and the print has not, so they no longer say the same.",
  mend: "Save the picture again in a form that the finding names; where a whole PDF is left out, mend what it says.",
  examples: [
    OK,
    {
      name: "a damaged picture",
      files: {
        "assets/map.png": "no picture",
        "cases/japan.md": `${HEAD}![A map](/map.png)\n`,
      },
      expect: ["cases/japan.md:4:11 The picture `assets/map.png` cannot be set in `cases/japan/japan.pdf`."],
    },
  ],
});

export const printNotAccessible = defineCheck({
  code: "print/not-accessible",
  severity: "warning",
  isFoundInPrint: true,
  rule: "A print meets its standard, PDF/UA-1 or PDF/A-2b. Found by `build --pdf` and `check --pdf`.",
  why: "Readers who do not see the page are promised what the mark stands for; without it the PDF is published all the same.",
  mend: "Mend what the message names.",
  examples: [
    OK,
    {
      name: "a heading without words",
      files: { "cases/japan.md": `${HEAD}##\n\nText.\n` },
      expect: [
        "`book.pdf` does not meet its standard: PDF/UA-1 error: heading title is empty.",
        "cases/japan.md:1:1 `cases/japan/japan.pdf` does not meet its standard: PDF/UA-1 error: heading title is empty.",
      ],
    },
  ],
});
