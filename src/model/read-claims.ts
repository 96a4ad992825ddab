import { z } from "zod";
import { findBound, parsePrintedNumber } from "../base/printed-number.ts";
import { positionOfFile, type Source, type SpanPosition } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { readYaml, type YamlTree } from "../read/yaml.ts";
import type { ClaimQuestion, Expectation, NamedClaim } from "./claim.ts";
import { readWith, text } from "./from-zod.ts";

const item = z.union([z.number().transform(String), z.boolean().transform(String), z.string()]);
const EXPECTATIONS = ["set", "number", "rows", "is"] as const;

const expectation = z
  .strictObject({
    set: z.array(item).optional(),
    number: z.union([z.number(), text]).optional(),
    tolerance: z.number().min(0).optional(),
    rows: z.number().int().min(0).optional(),
    is: text.optional(),
  })
  .refine((value) => EXPECTATIONS.filter((key) => value[key] !== undefined).length === 1, {
    message: "it says not exactly one thing",
    params: {
      hint: "Write one of `{set: [A, B]}`, `{number: 1.21}`, `{is: word}`, `{rows: 0}`, true or false.",
    },
  })
  .refine(({ number }) => number === undefined || isExpectable(String(number)), {
    message: "it holds no single number",
    params: {
      hint: 'Write a number, or one as it is printed, e.g. `{number: "0.12 million"}`; of a bound make a query that gives true.',
    },
  });

/** A bound, such as "more than 5", is no number that a query could give. */
function isExpectable(number: string): boolean {
  return parsePrintedNumber(number) !== undefined && findBound(number) === undefined;
}

const id = text.refine((value) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(value), {
  message: "it is not an id",
  params: { hint: "Use lower-case letters, digits and hyphens, e.g. alone-2004." },
});

const country = z.string().regex(/^[A-Z]{3}$/, "it is not a country’s code");

const schema = z
  .strictObject({
    id,
    text: text.optional(),
    by: text.optional(),
    country: country.optional(),
    source: text.optional(),
    locator: text.optional(),
    note: text.optional(),
    sql: text.optional(),
    expect: z.union([z.boolean(), expectation]).optional(),
    not_in_record: text.optional(),
    grade: z
      .strictObject({
        country: country.optional(),
        years: text.optional(),
        year: text.optional(),
        tier: text,
      })
      .optional(),
    value: z
      .strictObject({
        of: text,
        is: text,
        country: country.optional(),
        years: text.optional(),
        year: text.optional(),
        by: text.optional(),
      })
      .optional(),
  })
  .refine((value) => [value.sql, value.grade, value.value].filter((one) => one !== undefined).length === 1, {
    message: "it asks not exactly one question",
    params: { hint: "Give it one of `sql:` with `expect:`, `grade:` or `value:`." },
  })
  .refine((value) => (value.sql === undefined) === (value.expect === undefined), {
    message: "`sql` and `expect` belong together",
    params: { hint: "Say with `expect:` what the query should give, e.g. `expect: true`." },
  });

/** What `claims.yaml` may hold. */
export const claimListSchema: z.ZodType = z.array(schema);

type RawClaim = z.output<typeof schema>;

/** Returns the claims of `claims.yaml`, a list; what is wrong with one is reported and costs that one only. */
export function readClaims(source: Source, report: Report): NamedClaim[] {
  const tree = readYaml(source, report);
  return tree && tree.data !== null ? readClaimList(tree, [], {}, report) : [];
}

/** Returns the claims of the list at a path of a YAML text. */
export function readClaimList(
  tree: YamlTree,
  path: readonly string[],
  owner: { caseId?: string; country?: string | undefined },
  report: Report,
): NamedClaim[] {
  const list = path.reduce<unknown>((data, key) => (data as Record<string, unknown>)[key], tree.data);
  if (!Array.isArray(list)) {
    report("claim/invalid-value", {
      message: "The claims are not a list.",
      at: path.length > 0 ? tree.positionOf(path) : positionOfFile(tree.source),
      hint: "Begin each claim with `- id: …`; docs/claims.md shows some.",
    });
    return [];
  }
  return list.flatMap((data: unknown, index) => {
    const within = (rest: readonly (string | number)[]) => [...path, index, ...rest];
    const part: Part = {
      source: tree.source,
      data,
      positionOf: (rest) => tree.positionOf(within(rest)),
      positionOfKey: (rest) =>
        rest.length > 0 ? tree.positionOfKey(within(rest)) : tree.positionOf(within([])),
    };
    if (typeof data !== "object" || data === null || Array.isArray(data)) {
      report("claim/invalid-value", {
        message: "The claim is not a list of `key: value` pairs.",
        at: part.positionOf([]),
        hint: "Begin it with `id: …`; docs/claims.md shows some.",
      });
      return [];
    }
    const raw = readClaim(part, report);
    return raw ? [createClaim(raw, part, owner)] : [];
  });
}

interface Part {
  readonly source: Source;
  readonly data: unknown;
  positionOf(path: readonly (string | number)[]): SpanPosition;
  positionOfKey(path: readonly (string | number)[]): SpanPosition;
}

/** Faults of the claim as a whole are shown at its id. */
function readClaim(part: Part, report: Report): RawClaim | undefined {
  return readWith(schema, part, "claim", (code, finding) => {
    const issue = schema
      .safeParse(part.data)
      .error?.issues.find((one) => one.path.length === 0 && one.code === "custom");
    if (code === "claim/invalid-value" && issue && finding.message.startsWith("The file")) {
      const hint = issue.code === "custom" ? String(issue.params?.["hint"] ?? "") : "";
      report(code, {
        message: `The claim is not as it should be: ${issue.message}.`,
        at: part.positionOf(["id"]),
        hint,
      });
    } else report(code, finding);
  });
}

function createClaim(
  raw: RawClaim,
  part: Part,
  owner: { caseId?: string; country?: string | undefined },
): NamedClaim {
  const place = raw.country ?? owner.country;
  return {
    id: raw.id,
    ...(raw.text === undefined ? {} : { text: raw.text }),
    question: questionOf(raw, part, place),
    ...(raw.by === undefined ? {} : { by: raw.by }),
    ...(place === undefined ? {} : { country: place }),
    ...(raw.source === undefined ? {} : { source: raw.source }),
    ...(raw.locator === undefined ? {} : { locator: raw.locator }),
    ...(raw.note === undefined ? {} : { note: raw.note }),
    ...(owner.caseId === undefined ? {} : { caseId: owner.caseId }),
    at: part.positionOf(["id"]),
  };
}

function questionOf(raw: RawClaim, part: Part, country: string | undefined): ClaimQuestion {
  const { grade, value, sql = "", not_in_record: notInRecord } = raw;
  if (grade) {
    return { kind: "grade", country: grade.country ?? country, values: defined(grade), words: grade.tier };
  }
  if (value)
    return { kind: "value", country: value.country ?? country, values: defined(value), words: value.is };
  return {
    kind: "sql",
    sql,
    expect: expectationOf(raw.expect ?? true, part),
    sqlAt: part.positionOf(["sql"]),
    expectAt: part.positionOf(["expect"]),
    ...(notInRecord === undefined ? {} : { notInRecord, notInRecordAt: part.positionOf(["not_in_record"]) }),
  };
}

function defined(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== "is",
    ),
  );
}

function expectationOf(raw: NonNullable<RawClaim["expect"]>, part: Part): Expectation {
  if (typeof raw === "boolean") return { kind: "truth", value: raw };
  if (raw.set) return { kind: "set", values: raw.set };
  if (raw.rows !== undefined) return { kind: "rows", count: raw.rows };
  if (raw.is !== undefined) return { kind: "is", value: raw.is };
  const at = part.positionOf(["expect", "number"]);
  // A YAML number has lost its printed digits (1.20 is 1.2): take them from the text.
  const written =
    typeof raw.number === "number" ? part.source.text.slice(at.start, at.end) : String(raw.number);
  const printed = parsePrintedNumber(written) ?? parsePrintedNumber(String(raw.number));
  return {
    kind: "number",
    text: written,
    value: printed?.value ?? Number.NaN,
    tolerance: raw.tolerance ?? printed?.tolerance ?? 0,
  };
}
