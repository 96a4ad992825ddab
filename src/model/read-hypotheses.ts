import { z } from "zod";
import type { Position, Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { readYaml } from "../read/yaml.ts";
import { readWith, text } from "./from-zod.ts";
import { EVIDENCE_KINDS, type Evidence, type TracedHypothesis } from "./hypothesis.ts";

const probability = z.number().min(0).max(1);

const evidence = z.strictObject({
  id: text,
  summary: text,
  kind: z.enum(EVIDENCE_KINDS),
  "if-true": probability,
  "if-false": probability,
  found: z.boolean().default(true),
  entry: text.optional(),
});

const schema = z.strictObject({
  hypotheses: z.array(
    z.strictObject({
      id: text,
      statement: text,
      country: text.optional(),
      prior: probability,
      evidence: z.array(evidence).default([]),
    }),
  ),
});

/** What `hypotheses.yaml` may hold. */
export const hypothesesSchema: z.ZodType = schema;

/** Returns the hypotheses of `hypotheses.yaml`; none where it cannot be read. What is wrong is reported. */
export function readHypotheses(source: Source, report: Report): TracedHypothesis[] {
  const tree = readYaml(source, report);
  const raw = tree && readWith(schema, tree, "casebook", report);
  if (!tree || !raw) return [];
  const seen = new Set<string>();
  return raw.hypotheses.map(({ id, statement, country, prior, evidence: pieces }, i) => {
    const at = tree.positionOf(["hypotheses", i, "id"]);
    if (seen.has(id)) {
      report("casebook/duplicate-id", {
        message: `The hypothesis \`${id}\` is declared twice.`,
        at,
        hint: "Give every hypothesis an id of its own.",
      });
    }
    seen.add(id);
    const list = pieces.map((piece, j) =>
      createEvidence(piece, tree.positionOf(["hypotheses", i, "evidence", j, "entry"])),
    );
    const base = { id, statement, prior, evidence: list, at };
    if (country === undefined) return base;
    return { ...base, country, countryAt: tree.positionOf(["hypotheses", i, "country"]) };
  });
}

function createEvidence(raw: z.output<typeof evidence>, entryAt: Position): Evidence {
  return {
    id: raw.id,
    summary: raw.summary,
    kind: raw.kind,
    likelihoodIfTrue: raw["if-true"],
    likelihoodIfFalse: raw["if-false"],
    isFound: raw.found,
    ...(raw.entry === undefined ? {} : { entry: raw.entry, entryAt }),
  };
}
