import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createTinyEdition } from "../../test/support/tiny-edition.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { createTypesetter, type Typesetter } from "../publish/print/typesetter.ts";
import { renderSite } from "../publish/site/site.ts";
import { writeArtifacts } from "../publish/write.ts";
import { createPrinter } from "./printer.ts";

const PAGE = "cases/japan/index.html";
const LINK = 'href="japan.pdf"';

/** Sets all but the case, as if the typesetter could not. */
function refuseCases(): Typesetter {
  const typesetter = createTypesetter();
  return {
    ...typesetter,
    typeset: async (job) => (job.template === "case" ? { problem: "refused" } : typesetter.typeset(job)),
  };
}

/** Publishes a case of a few words; returns the folder, how often it was written, and what was found. */
async function publish(
  typesetter: Typesetter,
  conclude: (found: readonly Diagnostic[]) => void = () => {},
): Promise<{ out: string; times: number; found: readonly Diagnostic[]; failure?: unknown }> {
  const edition = await createTinyEdition({ japan: "title: Japan\ncountry: JPN\n\nWords.\n" });
  const out = join(mkdtempSync(join(tmpdir(), "demarche-printer-")), "out");
  const printer = createPrinter("ua-1", typesetter);
  let times = 0;
  let found: readonly Diagnostic[] = [];
  try {
    await printer.publish({
      edition,
      readAsset: () => undefined,
      render: renderSite,
      write: (files) => {
        times++;
        return writeArtifacts(out, files);
      },
      conclude: (all) => {
        found = all;
        conclude(all);
      },
    });
    return { out, times, found };
  } catch (failure) {
    return { out, times, found, failure };
  } finally {
    await printer.close();
  }
}

it("makes pages once where every PDF can be set, with links to them", async () => {
  const { out, times, found } = await publish(createTypesetter());
  expect(times).toBe(1);
  expect(found).toEqual([]);
  expect(readFileSync(join(out, PAGE), "utf8")).toContain(LINK);
  expect(readFileSync(join(out, "cases/japan/japan.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
});

it("makes pages again without a PDF that could not be set", async () => {
  const { out, times, found, failure } = await publish(refuseCases());
  expect(failure).toBeUndefined();
  expect(times).toBe(2);
  expect(found.map(({ code }) => code)).toEqual(["print/not-set"]);
  expect(readFileSync(join(out, PAGE), "utf8")).not.toContain(LINK);
  expect(() => readFileSync(join(out, "cases/japan/japan.pdf"))).toThrow("ENOENT");
  expect(readFileSync(join(out, "book.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
});

it("publishes nothing where what was found keeps it from that", async () => {
  const blocked = new Error("blocked");
  const { out, times, failure } = await publish(refuseCases(), (found) => {
    if (found.length > 0) throw blocked;
  });
  expect(failure).toBe(blocked);
  expect(times).toBe(1);
  expect(() => readFileSync(join(out, PAGE))).toThrow("ENOENT");
});
