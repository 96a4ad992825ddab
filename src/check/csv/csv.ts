import { defineCheck } from "../define-check.ts";

const OK = { name: "in order", files: { "grades.csv": "country,year,tier\nJPN,2004,2WL\n" }, expect: [] };

export const csvEmpty = defineCheck({
  code: "csv/empty",
  severity: "error",
  rule: "A CSV file begins with a header row.",
  why: "Without a header nobody can tell what a column means.",
  mend: "Write the column names in the first line, or remove the file.",
  examples: [
    OK,
    { name: "empty", files: { "grades.csv": "" }, expect: ["grades.csv:1:1 The file has no header row."] },
  ],
});

export const csvSyntax = defineCheck({
  code: "csv/syntax",
  severity: "error",
  rule: "Every quotation mark that opens a cell is closed.",
  why: "An open quote swallows all rows that follow it.",
  mend: 'Close the quote. Inside a quoted cell a quotation mark is written twice: "".',
  examples: [
    OK,
    {
      name: "open quote",
      files: { "grades.csv": 'country,year,tier\nJPN,2004,"2WL\nJPN,2005,2\n' },
      expect: ["grades.csv:2:10 A quotation mark opens here and is never closed."],
    },
  ],
});

export const csvSeparator = defineCheck({
  code: "csv/separator",
  severity: "error",
  rule: "Cells are separated by commas.",
  why: "Spreadsheets of some languages write semicolons or tabs; the file would have one column.",
  mend: "Save the file as comma-separated, UTF-8.",
  examples: [
    OK,
    {
      name: "semicolons",
      files: { "grades.csv": "country;year;tier\nJPN;2004;2WL\n" },
      expect: ["grades.csv:1:1 The cells are separated by semicolons, not by commas."],
    },
  ],
});

export const csvTooManyColumns = defineCheck({
  code: "csv/too-many-columns",
  severity: "error",
  rule: "A CSV file has at most 1000 columns.",
  why: "A file with a column a year cannot be read as one row a country and year; more columns are a slip.",
  mend: "Write one row a country and year.",
  examples: [
    OK,
    {
      name: "a thousand and one",
      files: { "grades.csv": `country,year,tier${",x".repeat(998)}\n` },
      expect: ["grades.csv:1:1 The file has 1001 columns; it may have 1000."],
    },
  ],
});

export const csvTooManyRows = defineCheck({
  code: "csv/too-many-rows",
  severity: "error",
  rule: "A CSV file has at most 500,000 rows, of which at most a thousand have another length than the header.",
  why: "A larger or rougher file is another file than was meant; reading it would take the machine's memory.",
  mend: "Check that it is the right file, and take out what the casebook does not need.",
  examples: [
    OK,
    {
      name: "prose in place of a table",
      files: { "grades.csv": `country,year,tier\n${"word\n".repeat(1001)}` },
      expect: [
        "grades.csv:1002:1 More than 1000 rows have another length than the header; reading stops here.",
      ],
    },
  ],
});

export const csvRaggedRow = defineCheck({
  code: "csv/ragged-row",
  severity: "error",
  rule: "Every row has as many cells as the header.",
  why: "A missing or extra comma moves values into the wrong column.",
  mend: "Quote cells that hold commas, and give short rows their commas.",
  examples: [
    OK,
    {
      name: "extra comma",
      files: { "grades.csv": "country,year,tier\nJPN,2004,2WL,\n" },
      expect: ["grades.csv:2:1 The row has 4 cells; the header has 3."],
    },
  ],
});

export const csvUnknownColumn = defineCheck({
  code: "csv/unknown-column",
  severity: "error",
  rule: "Every column is one that the file can have.",
  why: "A misspelt column is silently empty.",
  mend: "Correct the name, or move the column into a series of its own.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: { "grades.csv": "country,year,tier,sourse\nJPN,2004,2WL,\n" },
      expect: ["grades.csv:1:19 `sourse` is not a column of this file."],
    },
  ],
});

export const csvMissingColumn = defineCheck({
  code: "csv/missing-column",
  severity: "error",
  rule: "A file has all the columns that it needs.",
  why: "Rows without them say nothing that can be used.",
  mend: "Add the column; `docs/format.md` lists what each file needs.",
  examples: [
    OK,
    {
      name: "no tier",
      files: { "grades.csv": "country,year\nJPN,2004\n" },
      expect: ["grades.csv:1:1 The column `tier` is missing."],
    },
  ],
});

export const csvDuplicateColumn = defineCheck({
  code: "csv/duplicate-column",
  severity: "error",
  rule: "No column is there twice.",
  why: "Two columns of one name may disagree, and only one can be read.",
  mend: "Rename or remove one of them.",
  examples: [
    OK,
    {
      name: "twice",
      files: { "grades.csv": "country,year,tier,year\nJPN,2004,2WL,2005\n" },
      expect: ["grades.csv:1:19 The column `year` is there twice."],
    },
  ],
});

export const csvEmptyCell = defineCheck({
  code: "csv/empty-cell",
  severity: "error",
  rule: "Cells that a row cannot do without are not empty.",
  why: "A row without its country or year belongs nowhere.",
  mend: "Fill the cell in, or remove the row.",
  examples: [
    OK,
    {
      name: "no country",
      files: { "grades.csv": "country,year,tier\n,2004,2WL\n" },
      expect: ["grades.csv:2:1 The cell `country` is empty."],
    },
  ],
});

export const csvFormula = defineCheck({
  code: "csv/formula",
  severity: "warning",
  rule: "No cell begins as a formula does: with =, @, or a sign before a letter.",
  why: "Cells are published as they are written, and a spreadsheet that opens the published file runs what it takes for a formula.",
  mend: "Begin the cell with a word. See docs/data-package.md.",
  examples: [
    {
      name: "numbers with a sign, and a dash",
      files: {
        "grades.csv": "country,year,tier,note\nJPN,2004,2WL,-3 to +2\nJPN,2005,2,- see 2004\n",
      },
      expect: [],
    },
    {
      name: "a formula",
      files: {
        "grades.csv": 'country,year,tier,note\nJPN,2004,2WL,"=HYPERLINK(""https://example.org/"")"\n',
      },
      expect: ['grades.csv:2:14 A spreadsheet takes `=HYPERLINK("https://example.org/")` for a formula.'],
    },
  ],
});
