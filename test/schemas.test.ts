import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse as parseCsv } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ENTRY_FORMS } from "../src/model/entry-fields.ts";
import { readWeighed } from "./support/weighed-casebook.ts";

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const schemas = new Map(
  readdirSync("schemas").map((name) => {
    const schema = JSON.parse(readFileSync(`schemas/${name}`, "utf8"));
    return [name.replace(".schema.json", ""), ajv.compile(schema)];
  }),
);

/** Which schema is that of a YAML file of a casebook. */
function schemaOf(path: string): string | undefined {
  if (path === "casebook.yaml" || path === "claims.yaml" || path === "hypotheses.yaml")
    return path.slice(0, -5);
  if (path.startsWith("analyses/")) return "analysis";
  if (path === "theme/tokens.yaml") return "theme";
  if (/^series\/|^record\/aid\.yaml$/.test(path)) return "series";
  return path.startsWith("record/") ? "entries" : undefined;
}

function faults(name: string, value: unknown): string[] {
  const validate = schemas.get(name) as ValidateFunction;
  return validate(value) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.yaml$/.test(path) && !path.startsWith("out"),
  );
}

const CASEBOOKS = [
  "examples/tip-report",
  "examples/themes/institute",
  "examples/themes/signal",
  ...readdirSync("test/casebooks")
    .filter((name) => /^(ok|warn)-/.test(name))
    .map((name) => `test/casebooks/${name}/casebook`),
];

describe("the schemas for editors", () => {
  it.each(CASEBOOKS)("take every YAML file of %s", (folder) => {
    for (const path of yamlFiles(folder)) {
      const name = schemaOf(path);
      if (name === undefined) throw new Error(`${path} has no schema`);
      expect(faults(name, parse(readFileSync(`${folder}/${path}`, "utf8"), { merge: true }))).toEqual([]);
    }
  });

  it("take hypotheses", async () => {
    const text = (await readWeighed()).index.casebook.files.get("hypotheses.yaml")?.text;
    expect(text).toContain("evidence:");
    expect(faults("hypotheses", parse(text ?? ""))).toEqual([]);
  });

  it.each(Object.values(ENTRY_FORMS).map(({ file }) => file))(
    "take the rows of record/%s.csv as entries",
    (file) => {
      const kind = Object.entries(ENTRY_FORMS).find(([, form]) => form.file === file)?.[0];
      const text = readFileSync(`examples/tip-report/record/${file}.csv`, "utf8");
      const rows = parseCsv(text, { columns: true }) as Record<string, string>[];
      const entries = rows.map((row) => ({
        kind,
        ...Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")),
      }));
      expect(entries.length).toBeGreaterThan(0);
      expect(faults("entries", entries)).toEqual([]);
    },
  );

  it("refuse a key that is misspelt, one that is missing and a word that is none of a list", () => {
    const text = readFileSync("examples/tip-report/casebook.yaml", "utf8");
    expect(faults("casebook", parse(text.replace(/^title:/m, "titel:")))).toEqual([
      " must have required property 'title'",
      " must NOT have additional properties",
    ]);
    expect(faults("claims", [{ id: "a", sql: "SELECT 1", expect: true, becaus: "of" }])).not.toEqual([]);
    expect(faults("series", { label: "A", columns: { p: { rang: [0, 1] } } })).not.toEqual([]);
    const entry = { kind: "contact", id: "a", country: "JPN", summary: "A.", level: "mayor" };
    expect(faults("entries", [entry])).not.toEqual([]);
    expect(faults("entries", [{ ...entry, level: "minister" }])).toEqual([]);
  });
});
