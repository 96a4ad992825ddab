import { expect, it } from "vitest";
import { renderSite } from "../../src/publish/site/site.ts";
import { readWeighed } from "../support/weighed-casebook.ts";

it("prose leads to hypotheses, the comparison and claims where the casebook has them", async () => {
  const edition = await readWeighed();
  const files = new Map([...renderSite(edition)].map(({ path, body }) => [path, body]));
  const page = String(files.get("cases/japan/index.html"));
  for (const [address, id] of [
    ["hypotheses/", "#grade"],
    ["compare/", ""],
    ["claims/", ""],
    ["claims/lowest/", ""],
  ]) {
    expect(page).toContain(`href="../../${address}${id}"`);
    expect(files.has(`${address}index.html`)).toBe(true);
  }
  expect(edition.findings.filter(({ code }) => code === "link/broken")).toEqual([]);
});

it("prose leads nowhere where the casebook weighs nothing", async () => {
  await expect(readWeighed({ "hypotheses.yaml": "hypotheses: []\n" })).rejects.toThrow("/hypotheses/#grade");
});
