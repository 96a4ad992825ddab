import { expect, it } from "vitest";
import { BASE_FILES } from "../src/check/define-check.ts";
import { createCasebookLookup } from "../src/compute/link-lookup.ts";
import { testSequencing } from "../src/compute/sequencing.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";

const CONFIG = BASE_FILES["casebook.yaml"] ?? "";
const FILES = {
  "grades.csv": "country,year,tier\nJPN,2004,2WL\n",
  "record/outcomes.csv":
    "id,country,date,type,links,summary\njpn-1,JPN,2004-04,institution,follows:grade:2004,A committee.\n",
};

async function audit(released: string) {
  const config = CONFIG.replace("  since: 2001\n", `  since: 2001\n${released}`);
  return auditCasebook(createMemoryFolder({ ...FILES, "casebook.yaml": config }));
}

it.each([
  ["", "fails"], // June
  ["  released: 4\n", "undecidable"],
  ["  released: 3\n", "holds"],
])("an outcome of April after an edition of the month %j %s", async (released, verdict) => {
  const casebook = (await audit(released)).edition?.index.casebook;
  const outcome = casebook?.entries[0];
  if (!casebook || !outcome) throw new Error("not read");
  expect(testSequencing(outcome, createCasebookLookup(casebook)).verdict).toBe(verdict);
});

it("a month that is none is a finding at its place", async () => {
  const { edition, diagnostics } = await audit("  released: 13\n");
  expect(edition).toBeUndefined();
  expect(diagnostics.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`)).toEqual([
    "9:13 casebook/invalid-value",
  ]);
});
