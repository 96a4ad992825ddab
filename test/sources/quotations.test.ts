import { describe, expect, it } from "vitest";
import { BASE_FILES } from "../../src/check/define-check.ts";
import { quotationsOf } from "../../src/compute/quotations.ts";
import { auditCasebook } from "../../src/pipeline.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { createMemoryFolder } from "../support/memory-folder.ts";

const MEMO = "First paragraph.\n\nThe grade is\nvery embarrassing to us.\n";

async function audit(text: string, mayShow: boolean, more: Record<string, string> = {}) {
  const { edition } = await auditCasebook(
    createMemoryFolder({
      ...BASE_FILES,
      "cases/japan.md": `---\ntitle: Japan\n---\n\n${text}\n`,
      "documents/memo.txt": MEMO,
      "sources.json": JSON.stringify([
        {
          id: "memo",
          type: "document",
          title: "A memo",
          custom: { may_show: mayShow, obtained: "by request" },
        },
        { id: "07TOKYO1", type: "document", genre: "diplomatic cable" },
      ]),
      ...more,
    }),
  );
  if (!edition) throw new Error("not read");
  return edition;
}

async function verdicts(text: string): Promise<string[]> {
  const { index } = await audit(text, false);
  return quotationsOf(index.casebook).map(({ words, verdict }) => `${words} ${verdict}`);
}

describe("quotations", () => {
  it("are held against the text that their note or citation names", async () => {
    expect(
      await verdicts("It was “very embarrassing” [@memo]. It was “awful.”[^memo]\n\n[^memo]: A."),
    ).toEqual(["very embarrassing holds", "awful. fails"]);
    expect(
      await verdicts("It was ‘embarrassing,’[^1] “so.”[^2]\n\n[^1]: 07TOKYO1\n\n[^2]: Hearsay."),
    ).toEqual(["embarrassing, not-in-record"]);
  });

  it("are not tied to the note of another sentence", async () => {
    expect(await verdicts("They said “no.” Then more happened.[^memo]\n\n[^memo]: A.")).toEqual([]);
    expect(await verdicts("They said “no,” and more happened.[^memo]\n\n[^memo]: A.")).toEqual([]);
    expect(await verdicts("They said “no more,” and more happened.[^memo]\n\n[^memo]: A.")).toEqual([
      "no more, fails",
    ]);
  });

  it("lead to their place only where the text may be shown", async () => {
    const pages = async (mayShow: boolean) => {
      const edition = await audit("It was “very embarrassing” [@memo].", mayShow);
      return new Map([...renderSite(edition)].map(({ path, body }) => [path, String(body)]));
    };
    const shown = await pages(true);
    expect(shown.get("cases/japan/index.html")).toContain('href="../../sources/memo/text/#line-3"');
    expect(shown.get("sources/memo/text/index.html")).toMatch(
      /<p id="line-3">The grade is\s+very embarrassing to us\.<\/p>/,
    );
    expect(shown.get("sources/memo/index.html")).toContain("<dt>Obtained</dt><dd>by request</dd>");
    const hidden = await pages(false);
    expect(hidden.has("sources/memo/text/index.html")).toBe(false);
    expect([...hidden.values()].some((body) => body.includes("very embarrassing to us"))).toBe(false);
  });
});
