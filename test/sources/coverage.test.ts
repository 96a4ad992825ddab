import { expect, it } from "vitest";
import { BASE_FILES } from "../../src/check/define-check.ts";
import { coverageOf, yearsWithoutDocuments } from "../../src/compute/document-coverage.ts";
import { auditCasebook } from "../../src/pipeline.ts";
import { createMemoryFolder } from "../support/memory-folder.ts";

it("counts documents by year, and tells none from unknown", async () => {
  const documents = "country,year,available,read\nJPN,2004,0,\nJPN,2006,10,3\nJPN,2006,5,1\nGRC,2005,0,0\n";
  const { edition } = await auditCasebook(createMemoryFolder({ ...BASE_FILES, "documents.csv": documents }));
  const casebook = edition?.index.casebook;
  if (!casebook) throw new Error("not read");
  const years = { first: 2004, last: 2006 };
  expect(coverageOf(casebook, "JPN", years)).toEqual([
    { year: 2004, available: 0, read: undefined },
    { year: 2005, available: undefined, read: undefined },
    { year: 2006, available: 15, read: 4 },
  ]);
  expect(yearsWithoutDocuments(casebook, "JPN", years)).toEqual([2004]);
});
