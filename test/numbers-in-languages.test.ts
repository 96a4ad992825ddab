import { expect, test } from "vitest";
import { BASE_FILES } from "../src/check/define-check.ts";
import { recordClaim } from "../src/compute/page-record.ts";
import { replayClaim } from "../src/compute/replay.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";

/** Returns each checked statement of a German case with its verdict, and the messages of those that cannot be checked. */
async function audit(prose: string) {
  const { edition, diagnostics } = await auditCasebook(
    createMemoryFolder({
      ...BASE_FILES,
      "series/x.csv": "country,year,p\nJPN,2003,1.5\nJPN,2004,1500\nJPN,2005,82\n",
      "series/x.yaml": "label: Index\n",
      "cases/japan.md": `---\ntitle: Japan\ncountry: JPN\nlang: de\n---\n\n${prose}\n`,
    }),
  );
  if (!edition) throw new Error("the casebook cannot be read");
  const verdicts = [...edition.claims.values()].map((claim) => {
    const replayed = replayClaim(recordClaim(edition.index, claim), claim.text);
    return [claim.text, claim.verdict, "verdict" in replayed ? replayed.verdict : replayed.reason];
  });
  return {
    verdicts,
    errors: diagnostics.filter(({ code }) => code === "value/unclear").map((one) => one.message),
  };
}

test("numbers are read as the language of their case writes them, by the build and by the page", async () => {
  const { verdicts, errors } = await audit(
    ":value[1.500]{of=x year=2004}, :value[1,5]{of=x year=2003}, :value[1.500]{of=x year=2003}, :value[ein Wert]{of=x year=2003 value=1.5}.",
  );
  expect(verdicts).toEqual([
    ["1.500", "holds", "holds"],
    ["1,5", "holds", "holds"],
    ["1.500", "fails", "fails"],
    ["ein Wert", "holds", "holds"],
  ]);
  expect(errors).toEqual([]);
});

test("what the language does not write so, and words that multiply, are no number", async () => {
  const { verdicts, errors } = await audit(
    ":value[1.5]{of=x year=2003}, :value[82 Millionen]{of=x year=2005}, :value[82 Millionen]{of=x year=2005 value=82}.",
  );
  expect(verdicts).toEqual([["82 Millionen", "holds", "holds"]]);
  expect(errors).toEqual(["`1.5` holds no single number.", "`82 Millionen` holds no single number."]);
});
