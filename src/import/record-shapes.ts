import { isMissing } from "../base/missing.ts";
import { isCableId, parseCableId } from "../model/cable-id.ts";
import { yearOfRow } from "./scorecard-shapes.ts";
import type { Shape } from "./shape.ts";
import { isNothing, parseDateCell, parseNumberCell } from "./values.ts";
import { cellAt, placeAt } from "./work.ts";

/** The last day that Archigos observes; a term that ends on it goes on. */
const ARCHIGOS_END = "2015-12-31";

/** Terms of leaders in the columns of Archigos. */
export const LEADERS: Shape = {
  kind: "leaders",
  label: "terms of leaders in the columns of Archigos",
  needs: ["ccode", "leader", "startdate", "enddate"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const columns = { code: -1, cow: at("ccode"), name: -1 };
    const table = work.table("governments.csv", [
      "country",
      "person",
      "family_name",
      "office",
      "start",
      "end",
      "source",
      "note",
    ]);
    return {
      take(row) {
        const start = parseDateCell(cellAt(row, at("startdate")));
        const last = parseDateCell(cellAt(row, at("enddate")));
        if (start === undefined || last === undefined) {
          const cell = cellAt(row, at(start === undefined ? "startdate" : "enddate")).trim();
          work.setAside(file, row, `\`${cell}\` is not a date`);
          return;
        }
        // Terms that began under a predecessor belong to the state in which they ended.
        const country = work.country(file, row, columns, Number(last.slice(0, 4)));
        if (country === undefined) return;
        const place = placeAt(file, row, at("enddate"));
        if (last === ARCHIGOS_END)
          work.report.add(
            "guess",
            `${last} is the end of the data, not of the term: still in office.`,
            place,
          );
        const person = cellAt(row, at("leader")).trim();
        const cells = [
          country,
          person,
          person,
          "",
          start,
          last === ARCHIGOS_END ? "" : last,
          work.sourceOf(file.name) ?? "",
          "",
        ];
        table.add(`${country} ${start} ${person}`, cells, place, work.options.prefer, work.report);
      },
    };
  },
};

const PURPOSES = ["prevention", "protection", "prosecution", "research"];

/** Grants of the US against trafficking, one row a grant, e.g. `funding_clean.csv`. */
export const GRANTS: Shape = {
  kind: "grants",
  label: "a list of grants",
  needs: ["id", "country", "grant_year", "recipient", "amount"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const columns = { code: at("iso"), cow: at("cowcode"), name: at("country") };
    const table = work.table("record/grants.csv", [
      "id",
      "country",
      "year",
      "recipient",
      "amount",
      "subrecipient",
      "purposes",
      "recipient_type",
      "source",
      "note",
    ]);
    const text = (cell: string) => (isNothing(cell) ? "" : cell.trim());
    return {
      take(row) {
        const place = placeAt(file, row, at("amount"));
        const amount = parseNumberCell(cellAt(row, at("amount")), "not-available");
        const isGrant = at("grant") < 0 || Number(cellAt(row, at("grant"))) === 1;
        if (amount === undefined) {
          work.setAside(file, row, `\`${cellAt(row, at("amount")).trim()}\` is not a number`);
          return;
        }
        if (!isGrant && (isMissing(amount) || amount === 0)) {
          work.report.add("left-out", "A row that fills a year without a grant is no grant.", place);
          return;
        }
        const year = yearOfRow(work, file, row, at("grant_year"));
        if (year !== undefined && !work.isOfYears(file, row, year)) return;
        const country = year === undefined ? undefined : work.country(file, row, columns, year);
        if (country === undefined || year === undefined) return;
        const id = `grant-${cellAt(row, at("id")).trim()}`;
        const recipient = text(cellAt(row, at("recipient")));
        if (recipient === "")
          work.report.add("guess", "A grant without a recipient is one to `not stated`.", place, year);
        const cells = [
          id,
          country,
          String(year),
          recipient || "not stated",
          isMissing(amount) ? amount.missing : String(amount),
          text(cellAt(row, at("subgrantee"))),
          PURPOSES.filter((purpose) => Number(cellAt(row, at(purpose))) === 1).join(";"),
          text(cellAt(row, at("recipient_type"))),
          work.sourceOf(file.name) ?? "",
          isGrant ? "" : "The list does not mark it as a grant.",
        ];
        table.add(id, cells, place, work.options.prefer, work.report);
      },
    };
  },
};

/** Aid by recipient and year, e.g. `aid_total.csv`. */
export const AID: Shape = {
  kind: "aid",
  label: "aid by recipient and year",
  needs: ["recipient_iso", "year", "aid_total", "aid_us"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const columns = {
      code: at("recipient_iso"),
      cow: at("recipient_cowcode"),
      name: at("recipient_country"),
    };
    const unit = "constant US dollars";
    const panel = work.panel("record/aid", file, {
      label: "Aid received",
      description: "Aid commitments by year. Years without a commitment have no row.",
      columns: { total: { label: "All donors", unit }, us: { label: "United States", unit } },
    });
    return {
      take(row) {
        if (cellAt(row, at("year")).trim() === "9999") {
          work.setAside(file, row, "9999 stands for aid without a year");
          return;
        }
        const year = yearOfRow(work, file, row, at("year"));
        if (year !== undefined && !work.isOfYears(file, row, year)) return;
        const country = year === undefined ? undefined : work.country(file, row, columns, year);
        if (country === undefined || year === undefined) return;
        for (const [measure, name] of [
          ["total", "aid_total"],
          ["us", "aid_us"],
        ] as const) {
          const value = parseNumberCell(cellAt(row, at(name)), "not-available");
          const place = placeAt(file, row, at(name));
          if (value === undefined) {
            work.report.add(
              "value",
              `\`${cellAt(row, at(name)).trim()}\` is not a number and is left out.`,
              place,
              year,
            );
          } else panel.set(country, year, measure, value, place, work.options.prefer, work.report);
        }
      },
    };
  },
};

/** The last record number of each month and post, e.g. `cables_trafficking.csv`. */
export const CABLES: Shape = {
  kind: "cables",
  label: "the last cable of each month and post",
  needs: ["embassy", "year", "month", "full_mrn_of_last_cable_of_that_month"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const table = work.table("cables.csv", [
      "post",
      "year",
      "month",
      "last_serial",
      "cables",
      "tip_cables",
      "note",
    ]);
    const number = (name: string, row: Parameters<typeof cellAt>[0]) => {
      const value = parseNumberCell(cellAt(row, at(name)));
      return typeof value === "number" ? String(value) : "";
    };
    return {
      take(row) {
        const text = cellAt(row, at("full_mrn_of_last_cable_of_that_month")).trim();
        const cable = parseCableId(text.toUpperCase());
        const month = number("month", row);
        if (!isCableId(cable) || !/^(?:[1-9]|1[0-2])$/.test(month)) {
          work.setAside(
            file,
            row,
            isCableId(cable) ? `\`${month}\` is not a month` : `\`${text}\` is no record number`,
          );
          return;
        }
        const place = placeAt(file, row, at("full_mrn_of_last_cable_of_that_month"));
        const said = cellAt(row, at("year")).trim();
        if (Number(said) !== cable.year)
          work.report.add(
            "guess",
            `${text} is of ${cable.year}, by its number; the file says ${said}.`,
            place,
          );
        const key = `${cable.post} ${cable.year} ${month.padStart(2, "0")}`;
        const cells = [
          cable.post,
          String(cable.year),
          month,
          String(cable.serial),
          number("actual_number_of_cables_that_month", row),
          number("trafficking_cables_this_year", row),
          "",
        ];
        table.add(key, cells, place, work.options.prefer, work.report);
      },
    };
  },
};

/** Where posts stand, e.g. `map_approximate_embassy_locations.csv`. */
export const POSTS: Shape = {
  kind: "cables",
  label: "the places of posts",
  needs: ["embassy_name_in_cable", "iso", "city"],
  begin(file, work) {
    const at = (name: string) => file.header.indexOf(name);
    const columns = { code: at("iso"), cow: at("ccode"), name: at("country") };
    const table = work.table("posts.csv", ["post", "city", "country", "lat", "long", "note"]);
    return {
      take(row) {
        const country = work.country(file, row, columns);
        if (country === undefined) return;
        const post = cellAt(row, at("embassy_name_in_cable"))
          .toUpperCase()
          .replace(/[^A-Z]/g, "");
        const [lat, long] = ["lat", "long"].map((name) => {
          const value = parseNumberCell(cellAt(row, at(name)));
          return typeof value === "number" ? String(value) : "";
        });
        const cells = [post, cellAt(row, at("city")).trim(), country, lat ?? "", long ?? "", ""];
        table.add(
          post,
          cells,
          placeAt(file, row, at("embassy_name_in_cable")),
          work.options.prefer,
          work.report,
        );
      },
    };
  },
};
