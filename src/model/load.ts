import type { CalendarDate } from "../base/edtf.ts";
import type { Folder } from "../base/effects.ts";
import { suggest } from "../base/nearest.ts";
import { createSource, positionOfFile, type Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { readText } from "../read/text.ts";
import type { Analysis } from "./analysis.ts";
import type { BibliographicSource } from "./bibliography.ts";
import type { Case } from "./case.ts";
import type { Casebook } from "./casebook.ts";
import { createCitationNames } from "./citation-names.ts";
import type { Config } from "./config.ts";
import { isEntryList, loadRecord, RECORD_TABLES } from "./load-record.ts";
import { analysisOfPath, readAnalysis } from "./read-analyses.ts";
import { readBibtex, readCslJson } from "./read-bibliography.ts";
import { createCountryNames, readCase } from "./read-case.ts";
import { readClaims } from "./read-claims.ts";
import { readConfig } from "./read-config.ts";
import { readCountries } from "./read-countries.ts";
import { readHypotheses } from "./read-hypotheses.ts";
import { DOCUMENT_PATH, LIBRARY_TABLES, readLibrary } from "./read-library.ts";
import { readGovernments, readGrades, readGrants, readLaws, readQuoted } from "./read-records.ts";
import { readTheme } from "./read-theme.ts";
import type { Series } from "./series.ts";
import { THEME_PARTIALS, THEME_TOKENS } from "./theme.ts";
import { findTranslation } from "./translation.ts";
import { chooseVintage, listVintages, readVintage, seriesOfPath } from "./vintages.ts";

/** Largest text file that is read, in bytes. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/** Tables that a casebook may have. */
const TABLES = [
  "countries.csv",
  "grades.csv",
  "governments.csv",
  "record/laws.csv",
  "record/grants.csv",
  "record/aid.csv",
  "record/quoted.csv",
  ...RECORD_TABLES,
  ...LIBRARY_TABLES,
  "hypotheses.yaml",
  THEME_TOKENS,
  THEME_PARTIALS.header,
  THEME_PARTIALS.footer,
];

const CASE = /^cases\/[^/]+\.(md|markdown|txt)$/;
const BIBLIOGRAPHY = /^(sources\.json|[^/]+\.bib)$/;

function isFileName(path: string): boolean {
  return (
    path === "casebook.yaml" ||
    path === "claims.yaml" ||
    TABLES.includes(path) ||
    BIBLIOGRAPHY.test(path) ||
    analysisOfPath(path) !== undefined ||
    seriesOfPath(path) !== undefined
  );
}

/** The files of a casebook's folder, decoded once each. */
interface Files {
  readonly paths: readonly string[];
  readonly sources: ReadonlyMap<string, Source>;
  text(path: string): Source | undefined;
}

/** What was read of a folder. */
export interface Loaded {
  /** Absent where `casebook.yaml` could not be read. */
  readonly casebook?: Casebook;
  /** Every text file read, by path. */
  readonly files: ReadonlyMap<string, Source>;
}

/**
 * Reads the casebook in a folder; what is wrong is reported. `asOf` pins its series to a day, whatever it says itself;
 * `onData` is called with the casebook as it is before its cases are read, which takes longest.
 */
export async function loadCasebook(
  folder: Folder,
  report: Report,
  { asOf, onData }: { readonly asOf?: CalendarDate; readonly onData?: (data: Casebook) => void } = {},
): Promise<Loaded> {
  const files = createFiles(folder, report);
  const said = loadConfig(files, report);
  if (!said) return { files: files.sources };
  const config = asOf ? { ...said, asOf } : said;
  reportUnread(files.paths, report);
  const data = await readData(files, config, report);
  onData?.(data);
  return { casebook: withCases(data, files, report), files: files.sources };
}

/** Reads all but the cases and their claims. */
async function readData(files: Files, config: Config, report: Report): Promise<Casebook> {
  const countries = readCountries(files.text("countries.csv"), report);
  const sources = await loadSources(files, report);
  const read = <T>(path: string, reader: (source: Source) => T[]): T[] => {
    const source = files.text(path);
    return source ? reader(source) : [];
  };
  const series = loadSeries(files, config.asOf?.text, report);
  const aid = series.get("record/aid");
  series.delete("record/aid");
  const theme = readTheme(files.text, report);
  return {
    config,
    ...(theme ? { theme } : {}),
    countries,
    grades: read("grades.csv", (source) => readGrades(source, config.scorecard, report)),
    series,
    governments: read("governments.csv", (source) => readGovernments(source, report)),
    laws: read("record/laws.csv", (source) => readLaws(source, report)),
    grants: read("record/grants.csv", (source) => readGrants(source, report)),
    aid,
    hypotheses: read("hypotheses.yaml", (source) => readHypotheses(source, report)),
    analyses: loadAnalyses(files, report),
    quoted: read("record/quoted.csv", (source) => readQuoted(source, report)),
    ...loadRecord(files, config.scorecard, report),
    sources,
    library: readLibrary(files.paths, files.text, report),
    cases: [],
    claims: read("claims.yaml", (source) => readClaims(source, report)),
    assets: new Set(files.paths.filter((path) => path.startsWith("assets/"))),
    files: files.sources,
  };
}

function withCases(data: Casebook, files: Files, report: Report): Casebook {
  const { config, countries } = data;
  const context = {
    citationNames: createCitationNames(data.sources),
    config,
    countries,
    countryNames: createCountryNames(countries),
  };
  const paths = files.paths.filter((path) => CASE.test(path));
  const known = new Set(paths);
  const translations = new Map(paths.map((path) => [path, findTranslation(path, known)]));
  const read = new Map<string, Case>();
  for (const isTranslation of [false, true]) {
    for (const path of paths) {
      const said = translations.get(path);
      const source = isTranslation === (said !== undefined) ? files.text(path) : undefined;
      if (!source) continue;
      const original = said && read.get(said.path);
      const from = original && said && { case: original, language: said.language };
      read.set(path, readCase(source, context, report, from));
    }
  }
  const cases = paths.flatMap((path) => read.get(path) ?? []);
  return { ...data, cases, claims: [...data.claims, ...cases.flatMap((one) => one.claims ?? [])] };
}

function createFiles(folder: Folder, report: Report): Files {
  const sources = new Map<string, Source>();
  const sizes = new Map<string, number>();
  for (const { path, kind, size } of folder.list()) {
    const at = positionOfFile(createSource(path, ""));
    if (kind === "file") sizes.set(path, size);
    else if (kind === "outside") {
      report("file/outside", {
        message: `\`${path}\` leads out of the casebook's folder and is not read.`,
        at,
        hint: "Put a copy of the file into the casebook.",
      });
    } else if (kind === "other" || isFileName(path)) {
      report("file/unreadable", {
        message: `\`${path}\` is not a file.`,
        at,
        hint: "Put a file here; folders, pipes, linked folders and links that lead nowhere are not read.",
      });
    }
  }
  return {
    paths: [...sizes.keys()],
    sources,
    text: (path) => {
      const size = sizes.get(path);
      const source = size === undefined ? undefined : readFile(folder, path, size, report);
      if (source) sources.set(path, source);
      return source;
    },
  };
}

function readFile(folder: Folder, path: string, size: number, report: Report): Source | undefined {
  const at = positionOfFile(createSource(path, ""));
  if (size > MAX_TEXT_BYTES) {
    report("file/too-large", {
      message: `\`${path}\` has ${Math.ceil(size / 1048576)} MB; text files may have 64 MB.`,
      at,
      hint: "Split the file, or take out what is not data.",
    });
    return undefined;
  }
  const bytes = folder.read(path);
  if (bytes) return readText(path, bytes, report);
  report("file/unreadable", {
    message: `\`${path}\` cannot be read.`,
    at,
    hint: "Check the file's permissions.",
  });
  return undefined;
}

function loadConfig(files: Files, report: Report): Config | undefined {
  const source = files.text("casebook.yaml");
  if (source) return readConfig(source, report);
  if (!files.paths.includes("casebook.yaml")) {
    report("casebook/not-found", {
      message: "The folder has no `casebook.yaml`.",
      hint: files.paths.includes("casebook.yml")
        ? "Rename `casebook.yml` to `casebook.yaml`."
        : "Name a casebook's folder, or begin one with `demarche new DIR`.",
    });
  }
  return undefined;
}

/** Reports files that look like a part of the casebook but are read by nothing: a misspelt name, a folder too deep. */
function reportUnread(paths: readonly string[], report: Report): void {
  for (const path of paths) {
    const isTheme = path.startsWith("theme/");
    if (
      /^(assets|imports)\//.test(path) ||
      !(isTheme || /\.(csv|bib|md|markdown|txt|ya?ml|json)$/i.test(path))
    )
      continue;
    if (!path.includes("/") && !/\.(csv|bib|ya?ml)$/i.test(path)) continue;
    if (
      path.includes("/") &&
      !/^(analyses|cases|documents|record|series|theme)\//i.test(path) &&
      !/\.(csv|bib)$/i.test(path)
    )
      continue;
    if (isRead(path, paths)) continue;
    report("file/not-read", {
      message: `\`${path}\` is no file of a casebook and is not read.`,
      at: positionOfFile(createSource(path, "")),
      hint: suggest(path, TABLES, "Correct its name, or move it to assets/; docs/format.md lists the files."),
    });
  }
}

function isRead(path: string, paths: readonly string[]): boolean {
  if (path === "casebook.yaml" || path === "claims.yaml" || TABLES.includes(path)) return true;
  if (CASE.test(path) || seriesOfPath(path) || BIBLIOGRAPHY.test(path)) return true;
  if (isEntryList(path) || analysisOfPath(path) !== undefined || DOCUMENT_PATH.test(path)) return true;
  const data = path.replace(/\.yaml$/, ".csv");
  return data !== path && paths.includes(data) && seriesOfPath(data) !== undefined;
}

/** Reads each series, aid among them, in its newest numbers or in those that were there on a day. */
function loadSeries(files: Files, asOf: string | undefined, report: Report): Map<string, Series> {
  const series = new Map<string, Series>();
  for (const [base, vintages] of listVintages(files.paths, files.text)) {
    const vintage = chooseVintage(vintages, asOf);
    const newest = `${vintages[0]?.path}.csv`;
    if (!vintage) {
      report("series/no-vintage", {
        message: `\`${base}\` has no numbers of ${asOf} or before.`,
        at: positionOfFile(files.text(newest) ?? createSource(newest, "")),
        hint: `Write \`vintage\` in ${base}.yaml: when its numbers were taken from the source. The series is left out.`,
      });
      continue;
    }
    const read = readVintage(base, vintage, files.paths, files.text, report);
    if (
      base.startsWith("series/") &&
      !files.paths.includes(`${base}.yaml`) &&
      !files.paths.includes(`${vintage.path}.yaml`)
    ) {
      report("series/no-codebook", {
        message: `\`${vintage.path}.csv\` has no codebook.`,
        at: positionOfFile(files.text(`${vintage.path}.csv`) ?? createSource(`${vintage.path}.csv`, "")),
        hint: `Write ${base}.yaml with label, source, licence and vintage.`,
      });
    }
    if (read) series.set(read.id, asOf === undefined ? read : { ...read, pinnedTo: asOf });
  }
  return series;
}

function loadAnalyses(files: Files, report: Report): Map<string, Analysis> {
  const found = new Map<string, Analysis>();
  for (const path of files.paths.toSorted()) {
    const id = analysisOfPath(path);
    const source = id === undefined ? undefined : files.text(path);
    const analysis = source && readAnalysis(id ?? "", source, report);
    if (analysis) found.set(analysis.id, analysis);
  }
  return found;
}

async function loadSources(files: Files, report: Report): Promise<Map<string, BibliographicSource>> {
  const found = new Map<string, BibliographicSource>();
  for (const path of files.paths) {
    if (!BIBLIOGRAPHY.test(path)) continue;
    const source = files.text(path);
    if (!source) continue;
    const items = path.endsWith(".bib") ? await readBibtex(source, report) : readCslJson(source, report);
    for (const item of items) {
      const twin = found.get(item.id);
      if (!twin) {
        found.set(item.id, item);
        continue;
      }
      report("source/duplicate-id", {
        message: `The source \`${item.id}\` is there twice.`,
        at: item.at,
        hint: "Give one of the two another id, or remove it.",
        related: [{ message: "The first one is here.", at: twin.at }],
      });
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
