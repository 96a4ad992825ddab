import { describe, expect, it } from "vitest";
import { readPdf } from "../../../test/support/pdf-text.ts";
import { createTinyEdition, TINY_CASEBOOK } from "../../../test/support/tiny-edition.ts";
import { encodePng } from "../encode-png.ts";
import { type PrintedCasebook, printCasebook } from "./casebook-print.ts";

const PATH = "cases/japan/japan.pdf";

async function print(
  text: string,
  header = "title: Japan\ncountry: JPN\n",
  asset?: Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Promise<PrintedCasebook> {
  const edition = await createTinyEdition({ japan: `${header}\n${text}` }, more);
  return printCasebook(edition, () => asset);
}

async function readCase({ pdfs, problems }: PrintedCasebook): ReturnType<typeof readPdf> {
  const bytes = pdfs.get(PATH);
  if (!bytes) throw new Error(JSON.stringify(problems.map((one) => one.message)));
  const pdf = await readPdf(bytes);
  expect(pdf.outside).toEqual([]);
  return pdf;
}

/** Letters and digits of a PDF, page by page; breaks of words are the typesetter's. */
function lettersOf(pdf: Awaited<ReturnType<typeof readPdf>>): string {
  return letters(pdf.runs.map((run) => run.text).join(""));
}

function letters(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Returns a picture as PNG, grey from left to right. */
function drawPicture(width: number, height: number, isTransparent = false): Buffer {
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    pixels.fill(((i % width) * 255) / width, i * 4, i * 4 + 3);
    pixels[i * 4 + 3] = isTransparent ? 0 : 255;
  }
  return Buffer.from(encodePng(pixels, width, height));
}

describe("printing what is hard to set", () => {
  it("sets a note of 3,000 words in full, over several pages", async () => {
    const words = Array.from({ length: 3000 }, (_, i) => `word${i}`).join(" ");
    const printed = await print(`A claim.[^1]\n\n[^1]: ${words}\n`);
    const pdf = await readCase(printed);
    expect(printed.problems).toEqual([]);
    expect(lettersOf(pdf)).toContain(letters(words));
    expect(pdf.pages).toBeGreaterThan(5);
  });

  it.each([8, 14, 40])("sets a table of %i columns with every cell", async (count) => {
    const cells = (row: string): string[] => Array.from({ length: count }, (_, i) => `${row}column${i}`);
    const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
    const table = [
      line(cells("head")),
      line(cells("x").map(() => "---")),
      line(cells("a")),
      line(cells("b")),
    ];
    const printed = await print(`Table 1: Wide\n\n${table.join("\n")}\n`);
    const pdf = await readCase(printed);
    expect(printed.problems).toEqual([]);
    const text = lettersOf(pdf);
    for (const cell of [...cells("head"), ...cells("a"), ...cells("b")]) expect(text).toContain(cell);
  });

  it("repeats the head of a table of 200 rows on every page, and reads it once", async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `| row${i} | ${i} |`).join("\n");
    const printed = await print(`Table 1: Long\n\n| Whatitis | Number |\n|---|---|\n${rows}\n`);
    const pdf = await readCase(printed);
    expect(printed.problems).toEqual([]);
    const text = lettersOf(pdf);
    for (let i = 0; i < 200; i++) expect(text).toContain(`row${i}`);
    const pages = new Set(pdf.runs.filter((run) => /^row\d+$/.test(run.text.trim())).map((run) => run.page));
    expect(pages.size).toBeGreaterThan(3);
    const heads = pdf.artifacts.filter((one) => one.text.trim() === "Whatitis").map((one) => one.page);
    expect(pdf.runs.filter((run) => run.text.trim() === "Whatitis")).toHaveLength(1);
    expect(heads).toEqual([...pages].sort((a, b) => a - b).slice(1));
  });

  it.each([
    ["of one dot", drawPicture(1, 1)],
    ["as wide as a wall", drawPicture(12_000, 40)],
    ["higher than a page", drawPicture(40, 12_000)],
    ["that is transparent", drawPicture(64, 64, true)],
    [
      "that is a drawing",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'),
    ],
  ])("sets a picture %s, within the page and with its words", async (_, asset) => {
    const path = String(asset.subarray(0, 4)) === "<svg" ? "/map.svg" : "/map.png";
    const printed = await print(`![Whatitshows](${path})\n\nFigure 1: A map\n`, undefined, asset, {
      [`assets${path}`]: "picture",
    });
    expect(printed.problems).toEqual([]);
    const pdf = await readCase(printed);
    expect(pdf.alts).toContain("Whatitshows");
    expect(pdf.pages).toBeLessThanOrEqual(3);
  });

  it("draws a figure of one year", async () => {
    const printed = await print("Before.\n\n::figure{timeline}\n\nAfter.\n", undefined, undefined, {
      "casebook.yaml": TINY_CASEBOOK.replace("years: 2000-2010", "years: 2001-2001"),
    });
    expect(printed.problems).toEqual([]);
    const pdf = await readCase(printed);
    expect(lettersOf(pdf)).toMatch(/Before.*After/);
    expect(pdf.alts.join()).toContain("2001");
  });

  it("sets a title of 300 characters and one word of 400 letters", async () => {
    const title = "A very long title ".repeat(17).trim();
    const word = "antidisestablishmentarianism".repeat(14);
    const printed = await print(
      `${word}\n\nhttps://example.org/${"path/".repeat(80)}\n`,
      `title: ${title}\n`,
    );
    const pdf = await readCase(printed);
    expect(pdf.title).toBe(title);
    expect(lettersOf(pdf)).toContain(letters(title));
    expect(lettersOf(pdf)).toContain(word);
  });

  it("sets Arabic from right to left", async () => {
    const printed = await print(
      "تقرير عن الاتجار بالبشر[^1].\n\n[^1]: ملاحظة.\n",
      "title: اليابان\nlang: ar\n",
    );
    expect(printed.problems).toEqual([]);
    const pdf = await readCase(printed);
    expect(pdf.language).toBe("ar");
    expect(pdf.pages).toBeGreaterThan(1);
  });

  it("sets Japanese prose, a note and a table without a box, in a typeface that the PDF holds", async () => {
    const words = "人身取引に関する報告書は、二〇〇一年に初めて公表された。";
    const printed = await print(
      `${words}[^1]\n\n| 国 | 年 |\n|---|---|\n| **日本** | 2004 |\n\n[^1]: 外務省『人身取引対策行動計画』。\n`,
      "title: 日本\nlang: ja\n",
    );
    expect(printed.problems).toEqual([]);
    const pdf = await readCase(printed);
    expect(pdf.language).toBe("ja");
    expect(lettersOf(pdf)).toContain(letters(words));
    expect(lettersOf(pdf)).toContain(letters("外務省『人身取引対策行動計画』"));
    expect(pdf.fonts.some((name) => /BIZUDMincho/.test(name))).toBe(true);
  });

  it.each([
    ["Hebrew", "דוח על סחר בבני אדם", "he"],
    ["Devanagari", "मानव तस्करी", "hi"],
    ["Arabic", "تقرير عن الاتجار", "ar"],
  ])("sets %s with its marks, and says nothing", async (_, words, language) => {
    const printed = await print(`${words}\n`, `title: Case\nlang: ${language}\n`);
    expect(printed.problems).toEqual([]);
    expect((await readCase(printed)).language).toBe(language);
  });

  it("has no typeface that the text does not need", async () => {
    const pdf = await readCase(await print("Plain words.\n"));
    expect(pdf.fonts.join()).not.toMatch(/BIZ|Noto/);
  });

  it("names the letters that no typeface has, with their place and what has them", async () => {
    const printed = await print("In words: 인신매매, ไทย.\n");
    expect(printed.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        "print/missing-glyph",
        "The print’s typefaces have no `ท` (U+0E17), `ย` (U+0E22), `ไ` (U+0E44), `매` (U+B9E4), `신` (U+C2E0) and `인` (U+C778).",
      ],
    ]);
    const [problem] = printed.problems;
    expect(problem?.hint).toContain("Install @embedpdf/fonts-kr beside Demarche");
    expect(problem?.at && "start" in problem.at && problem.at.source.text.slice(problem.at.start)[0]).toBe(
      "ท",
    );
    expect(printed.pdfs.has(PATH)).toBe(true);
  });

  it("puts the words of a damaged picture in its place, and says so", async () => {
    const text = "Before ![Inlinewords](/map.png) after.\n\n![Figurewords](/map.png)\n\nFigure 1: A map\n";
    const printed = await print(text, undefined, new Uint8Array([1, 2, 3]));
    expect(printed.problems.map(({ code, message }) => [code, message])).toEqual([
      ["print/not-set", "The picture `assets/map.png` cannot be set in `cases/japan/japan.pdf`."],
    ]);
    const words = lettersOf(await readCase(printed));
    expect(words).toContain("BeforeInlinewordsafter");
    expect(words).toContain("Figurewords");
  });

  it("sets what looks like markup as it is written", async () => {
    const text = '#import "x" $a_1$ <label> @ref \\u{41} // not a comment /* nor this */';
    const pdf = await readCase(await print(`\`${text}\` and #let x = 1 *a* in $b$.\n`));
    expect(lettersOf(pdf)).toContain(letters(text));
    expect(lettersOf(pdf)).toContain("letx1ainb");
  });

  it("sets the note of a heading once, though contents and heads of pages repeat the heading", async () => {
    const pdf = await readCase(await print("## A heading[^1]\n\nText[^1].\n\n[^1]: Onlyonce.\n"));
    expect(lettersOf(pdf).match(/Onlyonce/g)).toHaveLength(1);
  });

  it("sets nested quotes, lists and tables, code and an empty case", async () => {
    const text =
      "> - one\n>   1. two\n>\n>      | a | b |\n>      |---|---|\n>      | c | d |\n\n```\ncode  x\n```\n";
    const pdf = await readCase(await print(text));
    expect(lettersOf(pdf)).toContain("one1twoabcdcodex");
    expect((await print("")).pdfs.has(PATH)).toBe(true);
  });
});
