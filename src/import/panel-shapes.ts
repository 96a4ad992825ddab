import { Failure } from "../base/effects.ts";
import { isMissing } from "../base/missing.ts";
import { stemOf } from "./input.ts";
import type { PanelTable } from "./panel-table.ts";
import type { ImportRow } from "./records.ts";
import { yearOfRow } from "./scorecard-shapes.ts";
import type { Shape } from "./shape.ts";
import { isNothing, parseNumberCell } from "./values.ts";
import {
  type BookDraft,
  cellAt,
  type ImportedTable,
  type ImportOptions,
  type ImportWork,
  placeAt,
  plainHeader,
} from "./work.ts";

/** Most indicators that are taken from one file without being named. */
const MAX_INDICATORS = 50;

/** Headers under which files of no known shape give a country. */
const CODE = /^(iso|iso2c?|iso3c?|iso_?code|iso_?a[23]|country_?code|country_text_id|code|wb(?:_code)?)$/;
const NUMBER = /^(cow|ccode|cowcode|cow_?code|cow_?id)$/;

/** World Bank indicators with one column a year, as in the bulk files, with or without the lines above the header. */
export const WDI: Shape = {
  kind: "panel",
  label: "World Bank indicators with one column a year",
  needs: ["country_name", "country_code", "indicator_name", "indicator_code"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const years = file.header.flatMap((name, column) =>
      /^\d{4}$/.test(name) ? [{ column, year: Number(name) }] : [],
    );
    const wanted = work.options.value?.map(plainHeader);
    const path = `series/${work.options.series ?? plainSlug(stemOf(file.name))}`;
    const vintage = updatedOn(file);
    const measures = new Map<string, string>();
    if (vintage !== undefined && work.options.retrieved === undefined)
      work.report.add("guess", `The numbers were taken on ${vintage}, the file's \`Last Updated Date\`.`, {
        file: file.name,
        line: 1,
      });
    return {
      take(row) {
        const code = cellAt(row, at("indicator_code")).trim();
        const measure = plainHeader(code);
        if (wanted && !wanted.includes(measure)) return;
        measures.set(measure, cellAt(row, at("indicator_name")).trim());
        if (measures.size > MAX_INDICATORS && !wanted) throw tooMany(file.name);
        const columns = { code: at("country_code"), cow: -1, name: at("country_name") };
        const country = work.country(file, row, columns);
        if (country === undefined) return;
        const book: BookDraft = {
          label:
            work.options.label ??
            (measures.size === 1 ? (measures.get(measure) ?? measure) : "World Development Indicators"),
          ...(vintage === undefined ? {} : { vintage }),
          columns: { [measure]: { label: `${measures.get(measure)} (${code})` } },
        };
        const panel = work.panel(path, file, book);
        for (const { column, year } of years) {
          if (isNothing(cellAt(row, column)) || !work.isOfYears(file, row, year)) continue;
          takeNumber(work, file, row, column, panel, country, year, measure);
        }
      },
    };
  },
};

function tooMany(name: string): Failure {
  return new Failure(`${name} has more than ${MAX_INDICATORS} indicators.`, {
    hint: "Say which with --value, e.g. --value NY.GDP.PCAP.KD --value SP.POP.TOTL.",
    exitCode: 2,
  });
}

/** The World Bank writes the day of the last update above the header. */
function updatedOn(file: ImportedTable): string | undefined {
  const line = file.preamble.find(([title = ""]) => plainHeader(title) === "last_updated_date");
  return /^\d{4}-\d{2}-\d{2}$/.exec(line?.[1]?.trim() ?? "")?.[0];
}

/** The indices by which V-Dem is mostly used. */
const V_DEM_INDICES = ["v2x_polyarchy", "v2x_libdem", "v2x_partipdem", "v2x_delibdem", "v2x_egaldem"];

/** V-Dem's country-year file. */
export const V_DEM: Shape = {
  kind: "panel",
  label: "a V-Dem country-year file",
  needs: ["country_name", "country_text_id", "country_id", "year"],
  begin(file, work) {
    const values =
      work.options.value?.map(plainHeader) ?? V_DEM_INDICES.filter((name) => file.header.includes(name));
    if (values.length === 0)
      throw new Failure(`${file.name} has none of V-Dem's five main indices.`, {
        hint: "Say which columns are wanted with --value.",
        exitCode: 2,
      });
    const country = {
      code: file.header.indexOf("country_text_id"),
      cow: file.header.indexOf("cowcode"),
      name: file.header.indexOf("country_name"),
    };
    return countryYears(file, work, country, file.header.indexOf("year"), values, {
      series: "v-dem",
      label: "V-Dem",
    });
  },
};

/** Returns the shape of a file whose columns the user names, or undefined where none are named. */
export function panelByColumns({ country, year, value }: ImportOptions): Shape | undefined {
  if (country === undefined || year === undefined) return undefined;
  const values = value?.map(plainHeader) ?? [];
  return {
    kind: "panel",
    label: "a panel of the columns named",
    needs: [plainHeader(country), plainHeader(year), ...values],
    begin(file, work) {
      const at = (name: string) => file.header.indexOf(plainHeader(name));
      const measures = values.length > 0 ? values : otherColumns(file, [country, year]);
      const columns = countryColumns(file, at(country));
      const slug = plainSlug(stemOf(file.name));
      return countryYears(file, work, columns, at(year), measures, {
        series: slug,
        label: slug.replaceAll("-", " "),
      });
    },
  };
}

/** The named column holds codes, numbers or names; columns beside it that hold the others help. */
function countryColumns(file: ImportedTable, named: number): { code: number; cow: number; name: number } {
  const header = file.header[named] ?? "";
  if (NUMBER.test(header))
    return { code: file.header.findIndex((one) => CODE.test(one)), cow: named, name: -1 };
  const cow = file.header.findIndex((one) => NUMBER.test(one));
  return { code: named, cow, name: named };
}

function otherColumns(file: ImportedTable, taken: readonly string[]): string[] {
  const names = taken.map(plainHeader);
  return file.header.filter(
    (name) =>
      name !== "" &&
      !names.includes(name) &&
      !CODE.test(name) &&
      !NUMBER.test(name) &&
      !/^(country(_?name)?|name|notes?|source)$/.test(name),
  );
}

function countryYears(
  file: ImportedTable,
  work: ImportWork,
  country: { code: number; cow: number; name: number },
  yearColumn: number,
  measures: readonly string[],
  names: { series: string; label: string },
): { take(row: ImportRow): void } {
  const columns = measures.map((measure) => ({ measure, column: file.header.indexOf(measure) }));
  const panel = work.panel(`series/${work.options.series ?? names.series}`, file, {
    label: work.options.label ?? work.options.series?.replaceAll("-", " ") ?? names.label,
    columns: Object.fromEntries(
      columns.map(({ measure, column }) => [measure, { label: file.titles[column]?.trim() ?? measure }]),
    ),
  });
  return {
    take(row) {
      const year = yearOfRow(work, file, row, yearColumn);
      if (year !== undefined && !work.isOfYears(file, row, year)) return;
      const id = year === undefined ? undefined : work.country(file, row, country, year);
      if (id === undefined || year === undefined) return;
      for (const { measure, column } of columns)
        takeNumber(work, file, row, column, panel, id, year, measure);
    },
  };
}

/** Sets a number of a panel; a cell that is no number is listed and left out. */
export function takeNumber(
  work: ImportWork,
  file: ImportedTable,
  row: ImportRow,
  column: number,
  panel: PanelTable,
  country: string,
  year: number,
  measure: string,
): void {
  const cell = cellAt(row, column);
  const value = parseNumberCell(cell);
  const place = placeAt(file, row, column);
  if (value === undefined) {
    work.report.add("value", `\`${cell.trim().slice(0, 80)}\` is not a number and is left out.`, place, year);
    return;
  }
  if (isMissing(value) && isNothing(cell)) return;
  panel.set(country, year, measure, value, place, work.options.prefer, work.report);
}

/** Returns a file's stem as the name of a series. */
export function plainSlug(stem: string): string {
  return plainHeader(stem).replaceAll("_", "-");
}
