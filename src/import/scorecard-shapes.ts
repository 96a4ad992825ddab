import { cowNumber, stateYears } from "../model/state-system.ts";
import type { ImportPlace } from "./import-report.ts";
import { stemOf } from "./input.ts";
import type { ImportRow } from "./records.ts";
import type { Shape } from "./shape.ts";
import { isNothing, parseNumberCell, parseTierCell, parseYearCell } from "./values.ts";
import { cellAt, type ImportedTable, type ImportWork, placeAt } from "./work.ts";

const GRADE_COLUMNS = ["country", "year", "tier", "source", "note"];

/** Sets a grade: years without a scorecard, or outside the casebook's, have none. */
function takeGrade(
  work: ImportWork,
  file: ImportedTable,
  row: ImportRow,
  column: number,
  country: string,
  year: number,
  options: { readonly source?: string; readonly entered?: (tier: string) => string } = {},
): void {
  const { source = work.sourceOf(file.name) ?? "", entered = (said: string) => said } = options;
  const place = placeAt(file, row, column);
  const cell = cellAt(row, column);
  const tier = parseTierCell(cell, work.tiers());
  const config = work.casebook.config;
  if (tier === undefined) {
    work.setAside(file, row, `\`${cell.trim()}\` is no tier of the scorecard`);
    return;
  }
  if (config && (year < config.scorecard.since || year < config.years.first || year > config.years.last)) {
    const years = "A grade of a year before the first report, or outside the casebook's years, is left out.";
    if (tier !== "not-coded") work.report.add("left-out", years, place, year);
    return;
  }
  const said = entered(tier);
  const { from = 0, to = 9999 } = work.casebook.countries.get(country) ?? {};
  if ((said === "not-coded" || said === "not-in-report") && (year < from || year > to)) {
    work.report.add("left-out", "A year in which there was no such state, and no grade.", place, year);
    return;
  }
  if (/^(2\.5|555|666)$/.test(cell.trim()))
    work.report.add("guess", `The tier code ${cell.trim()} is \`${tier}\`.`, place, year);
  const cells = [country, String(year), said, source, ""];
  const weigh = (text: string) =>
    text === "" || text === "not-coded" ? 0 : text === "not-in-report" ? 1 : 2;
  work
    .table("grades.csv", GRADE_COLUMNS)
    .add(`${country} ${year}`, cells, place, work.options.prefer, work.report, weigh);
}

/** Returns the year of a row; a row without one is put aside. */
export function yearOfRow(
  work: ImportWork,
  file: ImportedTable,
  row: ImportRow,
  column: number,
): number | undefined {
  const year = parseYearCell(cellAt(row, column));
  if (year === undefined) work.setAside(file, row, `\`${cellAt(row, column).trim()}\` is not a year`);
  return year;
}

/** Tiers by country and year, e.g. `map_tiers.csv`. */
export const TIERS: Shape = {
  kind: "panel",
  label: "a panel of tiers",
  needs: ["year", "tier", "iso", "ccode"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const columns = { code: at("iso"), cow: at("ccode"), name: at("countryname") };
    return {
      take(row) {
        const year = yearOfRow(work, file, row, at("year"));
        const country = year === undefined ? undefined : work.country(file, row, columns, year);
        if (country !== undefined && year !== undefined)
          takeGrade(work, file, row, at("tier"), country, year);
      },
    };
  },
};

/** Tiers of one year, which the file's name says, e.g. `tiers_2015.csv`. */
export const TIERS_OF_A_YEAR: Shape = {
  kind: "panel",
  label: "the tiers of one year",
  needs: ["countryname", "tier"],
  lacks: ["year"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const year = Number(/(?:^|\D)(\d{4})(?=\D|$)/.exec(stemOf(file.name))?.[1] ?? Number.NaN);
    if (!Number.isNaN(year))
      work.report.add("guess", `The year is ${year}, from the file's name.`, { file: file.name, line: 1 });
    return {
      take(row) {
        if (Number.isNaN(year)) {
          work.setAside(file, row, "the file names no year, neither in a column nor in its name");
          return;
        }
        const country = work.country(
          file,
          row,
          { code: at("iso"), cow: at("ccode"), name: at("countryname") },
          year,
        );
        if (country !== undefined) takeGrade(work, file, row, at("tier"), country, year);
      },
    };
  },
};

const COMPONENTS = ["prosecution", "prevention", "protection"];

/** The "3P" policy index with tiers, e.g. `policy_index.csv`, and with the years of laws, e.g. `policy_index.rds`. */
export const POLICY_INDEX: Shape = {
  kind: "panel",
  label: "the 3P policy index",
  needs: ["year", "cow", "p", ...COMPONENTS],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const columns = { code: at("iso"), cow: at("cow"), name: at("countryname") };
    const range = [1, 5] as const;
    const panel = work.panel(`series/${work.options.series ?? "policy-index"}`, file, {
      label: "Anti-TIP policy index",
      description: "The 3P index: the sum of prosecution, prevention and protection, each from 1 to 5.",
      columns: {
        p: { label: "Policy index", unit: "points", range: [3, 15] },
        prosecution: { label: "Prosecution", unit: "points", range },
        prevention: { label: "Prevention", unit: "points", range },
        protection: { label: "Protection", unit: "points", range },
      },
    });
    const laws = lawYears(file, work);
    return {
      take(row) {
        const year = yearOfRow(work, file, row, at("year"));
        const country = year === undefined ? undefined : work.country(file, row, columns, year);
        if (country === undefined || year === undefined || !work.isOfYears(file, row, year)) return;
        for (const name of ["p", ...COMPONENTS]) {
          const place = placeAt(file, row, at(name));
          const value = parseNumberCell(cellAt(row, at(name)));
          if (value === undefined) {
            work.setAside(file, row, `\`${cellAt(row, at(name)).trim()}\` is not a number`);
            return;
          }
          panel.set(country, year, name, value, place, work.options.prefer, work.report);
        }
        laws?.take(row, country);
        if (at("tier") < 0) return;
        const entered = Number(cellAt(row, at("start_year")));
        const isBefore = /^false$/i.test(cellAt(row, at("in_report")).trim()) || year < entered;
        takeGrade(work, file, row, at("tier"), country, year, {
          // Not the index's own numbers, so its source is not theirs.
          source: "",
          entered: (tier) => (tier === "not-coded" && isBefore ? "not-in-report" : tier),
        });
      },
    };
  },
};

/** Years in which countries criminalized, e.g. `crim_cases.csv`. */
export const CRIMINALIZATION: Shape = {
  kind: "panel",
  label: "the years of criminalization",
  needs: ["iso", "crim_type", "crim_year"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    return {
      take(row) {
        const place = placeAt(file, row, at("crim_year"));
        if (isNothing(cellAt(row, at("crim_year")))) {
          work.report.add("left-out", "A level of criminalization without a year is no law.", place);
          return;
        }
        const type = cellAt(row, at("crim_type")).trim();
        const level = /^(partial|full|strengthened)\b/i.exec(type)?.[1]?.toLowerCase();
        if (level === undefined) {
          work.setAside(file, row, `\`${type}\` is no level of criminalization`);
          return;
        }
        const year = yearOfRow(work, file, row, at("crim_year"));
        const columns = { code: at("iso"), cow: at("cow"), name: at("countryname") };
        const country = year === undefined ? undefined : work.country(file, row, columns, year);
        if (country === undefined || year === undefined) return;
        if (/-01-01$/.test(cellAt(row, at("crim_year")).trim()))
          work.report.add("guess", "1 January stands for the year, not for a day.", place, year);
        addLaw(work, file, { country, year, level, title: type }, place);
      },
    };
  },
};

interface ImportedLaw {
  readonly country: string;
  readonly year: number;
  readonly level: string;
  readonly title: string;
}

const LAW_COLUMNS = ["id", "country", "date", "level", "title", "coded_from", "source", "note"];

function addLaw(work: ImportWork, file: ImportedTable, law: ImportedLaw, place: ImportPlace): void {
  const { country, year, level, title } = law;
  const id = `${country.toLowerCase()}-${year}-${level}`;
  const cells = [id, country, String(year), level, title, "", work.sourceOf(file.name) ?? "", ""];
  work.table("record/laws.csv", LAW_COLUMNS).add(id, cells, place, work.options.prefer, work.report);
}

/** Takes the years of laws from a panel that repeats them in each row of a country; undefined where it has none. */
function lawYears(
  file: ImportedTable,
  work: ImportWork,
): { take(row: ImportRow, country: string): void } | undefined {
  const levels = ["full", "partial"]
    .map((level) => ({ level, column: file.header.indexOf(`year_${level}`) }))
    .filter(({ column }) => column >= 0);
  if (levels.length === 0) return undefined;
  const seen = new Set<string>();
  return {
    take(row, country) {
      if (seen.has(country)) return;
      seen.add(country);
      for (const { level, column } of levels) {
        if (isNothing(cellAt(row, column))) continue;
        const place = placeAt(file, row, column);
        const year = yearOfRow(work, file, row, column);
        if (year === undefined) return;
        const { from = 0 } = work.casebook.countries.get(country) ?? {};
        if (year < from)
          work.report.add(
            "guess",
            `A law of ${year} is older than the state; ${from} stands for it.`,
            place,
            year,
          );
        const title = `${level.charAt(0).toUpperCase()}${level.slice(1)} criminalization`;
        addLaw(work, file, { country, year: Math.max(year, from), level, title }, place);
      }
    },
  };
}

/** Recipients of aid by year and class, e.g. `oecd_dac_countries.csv`: groups with years. */
export const DAC_LIST: Shape = {
  kind: "panel",
  label: "the DAC list of recipients of aid",
  needs: ["year", "country", "dac_abbr", "iso3"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const columns = { code: at("iso3"), cow: at("ccode"), name: at("country") };
    const listed = new Map<number, Set<string>>();
    return {
      take(row) {
        const year = yearOfRow(work, file, row, at("year"));
        const country = year === undefined ? undefined : work.country(file, row, columns, year);
        if (country === undefined || year === undefined) return;
        work.groups.add(country, cellAt(row, at("dac_abbr")).trim().toLowerCase(), year);
        listed.set(year, (listed.get(year) ?? new Set()).add(country));
      },
      end() {
        const { rest } = work.options;
        if (rest === undefined) return;
        for (const [year, countries] of listed) {
          for (const { id, cow } of work.casebook.countries.values()) {
            const { from = 0, to = 9999 } = stateYears(id);
            const isState = (cow ?? cowNumber(id)) !== undefined && year >= from && year <= to;
            if (isState && !countries.has(id)) work.groups.add(id, rest, year);
          }
        }
      },
    };
  },
};

const PROGRESS: Readonly<Record<string, string>> = {
  none: "none",
  some: "some",
  "a lot": "a-lot",
  complete: "complete",
  "none mentioned": "not-mentioned",
};

/** Recommendations with progress by year, e.g. `timeline_recommendations_indonesia.csv`. */
export const RECOMMENDATIONS: Shape = {
  kind: "panel",
  label: "recommendations with progress by year",
  needs: ["recommendation", "year", "progress"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const country = countryOfFile(file, work);
    const found = new Map<string, { row: ImportRow; progress: [number, string][]; reports: number[] }>();
    return {
      take(row) {
        const year = yearOfRow(work, file, row, at("year"));
        if (year === undefined) return;
        if (country === undefined) {
          work.setAside(file, row, "the file names no country; say it with --of");
          return;
        }
        const text = cellAt(row, at("recommendation")).trim().replace(/\s+/g, " ");
        const one = found.get(text) ?? { row, progress: [], reports: [] };
        found.set(text, one);
        const said = cellAt(row, at("progress")).trim();
        const progress = PROGRESS[said.toLowerCase()];
        if (progress !== undefined) one.progress.push([year, progress]);
        else if (!isNothing(said))
          work.report.add(
            "value",
            `\`${said}\` is no progress and is left out.`,
            placeAt(file, row, at("progress")),
            year,
          );
        if (Number(cellAt(row, at("included_in_report"))) === 1) one.reports.push(year);
      },
      end() {
        const table = work.table("record/recommendations.csv", [
          "id",
          "country",
          "date",
          "progress",
          "summary",
          "sources",
          "note",
        ]);
        [...found].forEach(([text, { row, progress, reports }], i) => {
          const id = `${country?.toLowerCase()}-rec-${String(i + 1).padStart(2, "0")}`;
          const years = [...reports, ...progress.map(([year]) => year)].sort((a, b) => a - b);
          const steps = progress.sort(([a], [b]) => a - b).map(([year, step]) => `${year}=${step}`);
          const note = [
            reports.length > 0 ? `In the reports of ${reports.join(", ")}.` : "",
            years.length === 0 ? "The file gives it no year." : "",
          ];
          table.add(
            id,
            [
              id,
              country ?? "",
              String(years[0] ?? ""),
              steps.join("; "),
              text,
              work.sourceOf(file.name) ?? "",
              note.filter(Boolean).join(" "),
            ],
            { file: file.name, line: row.line },
            work.options.prefer,
            work.report,
          );
        });
      },
    };
  },
};

function countryOfFile(file: ImportedTable, work: ImportWork): string | undefined {
  const words = work.options.of === undefined ? stemOf(file.name).split(/[_\-. ]+/) : [work.options.of];
  for (const word of words) {
    const match = work.matcher.match({ code: work.options.of === undefined ? "" : word, name: word });
    if (!("id" in match)) continue;
    if (work.options.of === undefined)
      work.report.add("guess", `The country is ${match.id}, from the file's name.`, {
        file: file.name,
        line: 1,
      });
    return match.id;
  }
  return undefined;
}
