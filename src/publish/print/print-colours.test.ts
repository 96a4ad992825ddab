import { describe, expect, it } from "vitest";
import { createTinyEdition } from "../../../test/support/tiny-edition.ts";
import { planPrints } from "./plan-prints.ts";
import { printColoursOf, printPalettesOf } from "./print-colours.ts";
import type { PrintJob } from "./print-job.ts";

const CASE = { japan: "title: Japan\ncountry: JPN\n\n![Grades](/files/timeline_jpn.png)\n" };

/** Returns the prints of a small casebook with a theme, by path. */
async function plan(tokens: string): Promise<ReadonlyMap<string, PrintJob>> {
  const edition = await createTinyEdition(CASE, { "theme/tokens.yaml": tokens });
  return new Map([...planPrints(edition, () => undefined, "ua-1")].map(({ path, job }) => [path, job]));
}

async function themed(light: string) {
  const { index } = await createTinyEdition({}, { "theme/tokens.yaml": `light: {${light}}\n` });
  return { text: printColoursOf(index.casebook), figures: printPalettesOf(index.casebook).light };
}

describe("colours of prints", () => {
  it("are those of the theme in text, figures and briefs", async () => {
    const jobs = await plan('light: {ink: "#3a1020", tier-0-fill: "#c0e0c0", tier-0-ink: "#103010"}\n');
    for (const job of jobs.values()) expect(job.colours.ink).toBe("#3a1020");
    const brief = jobs.get("countries/jpn/brief.pdf");
    expect(JSON.parse(brief?.data ?? "{}").grades).toContainEqual(
      expect.objectContaining({ fill: "#c0e0c0", ink: "#103010" }),
    );
    expect(String(brief?.files.get("/timeline.svg"))).toContain("#3a1020");
    expect(String(jobs.get("cases/japan/japan.pdf")?.files.get("/timeline-jpn.svg"))).toContain("#3a1020");
  });

  it("are the print's own where the theme's could not be read on white paper", async () => {
    const { text } = await themed('paper: "#101010", ink: "#f0f0f0", muted: "#777777"');
    expect(text).toEqual({ ink: "#1b2430", quiet: "#55606c" });
    expect((await themed('muted: "#757575"')).text.quiet).toBe("#757575");
  });

  it("leave the ground of figures to the paper where it is nearly white, and keep a darker one", async () => {
    expect((await themed('paper: "#fffdf6"')).figures.paper).toBe("#ffffff");
    expect((await themed('paper: "#101010", ink: "#f0f0f0"')).figures.paper).toBe("#101010");
  });
});
