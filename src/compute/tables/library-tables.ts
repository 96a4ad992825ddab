import { type CasebookTable, countryColumn, integerColumn, sourceColumn, textColumn } from "./table.ts";

/** How many cables a post sent, and how many can be had. */
export const cablesTable: CasebookTable = {
  name: "cables",
  define: () => ({
    name: "cables",
    label: "Cables",
    description: "The cables of one post in one month.",
    identity: ["post", "year", "month"],
    columns: [
      textColumn("post", "the post, as record numbers write it", { isNeeded: true }),
      textColumn("country", "the country in which it lies, by `posts.csv`", { refersTo: "countries" }),
      integerColumn("year", "the year", { isNeeded: true }),
      integerColumn("month", "the month", { isNeeded: true, range: [1, 12] }),
      integerColumn("last_serial", "the last serial number that it is known to have used in the month", {
        isNeeded: true,
      }),
      integerColumn("cables", "cables of the month that can be had; empty where nobody counted"),
      integerColumn(
        "tip_cables",
        "those about the grader's subject; counts by year stand in one row of the year",
      ),
    ],
  }),
  rows: ({ library: { monthEnds, posts } }) =>
    monthEnds.map((row) => [
      row.at,
      row.post,
      posts.get(row.post)?.country,
      row.year,
      row.month,
      row.lastSerial,
      row.cables,
      row.tipCables,
    ]),
};

/** How much evidence there could be. */
export const documentsTable: CasebookTable = {
  name: "documents",
  define: () => ({
    name: "documents",
    label: "Documents",
    description: "How much evidence there could be on one country and year, and how much of it was read.",
    identity: ["country", "year"],
    columns: [
      countryColumn(),
      integerColumn("year", "the year", { isNeeded: true }),
      integerColumn("available", "documents that can be had; 0 where somebody looked and there are none", {
        isNeeded: true,
      }),
      integerColumn("read", "documents that were read"),
      sourceColumn("where the counts are taken from"),
    ],
  }),
  rows: ({ library }) =>
    library.counts.map((row) => [row.at, row.country, row.year, row.available, row.read, row.source]),
};
