import { defineCheck } from "../define-check.ts";

const OK = { name: "in order", files: { "grades.csv": "country,year,tier\nJPN,2004,2WL\n" }, expect: [] };
const BOOK = "label: Index\n";

export const valueNotAYear = defineCheck({
  code: "value/not-a-year",
  severity: "error",
  rule: "A year is four digits.",
  why: "`04` and `2004-05` can mean more than one year.",
  mend: "Write the year in four digits, one row a year.",
  examples: [
    OK,
    {
      name: "two digits",
      files: { "grades.csv": "country,year,tier\nJPN,04,2WL\n" },
      expect: ["grades.csv:2:5 `04` is not a year."],
    },
  ],
});

export const valueNotADate = defineCheck({
  code: "value/not-a-date",
  severity: "error",
  rule: "Dates are EDTF: 2004, 2004-06, 2004-06-14, 2004/2005, 2004~.",
  why: "`6/7/2004` is June in one country and July in another.",
  mend: "Write year, month and day as far as they are known.",
  examples: [
    {
      name: "a month",
      files: { "record/laws.csv": "id,country,date,level\njpn-1,JPN,2005-06,partial\n" },
      expect: [],
    },
    {
      name: "day and month first",
      files: { "record/laws.csv": "id,country,date,level\njpn-1,JPN,14/06/2005,partial\n" },
      expect: ["record/laws.csv:2:11 `14/06/2005` is not a date."],
    },
    {
      name: "a day that does not exist",
      files: { "record/laws.csv": "id,country,date,level\njpn-1,JPN,2005-02-30,partial\n" },
      expect: ["record/laws.csv:2:11 `2005-02-30` is not a date."],
    },
  ],
});

export const valueNotANumber = defineCheck({
  code: "value/not-a-number",
  severity: "error",
  rule: "A number is digits with at most one decimal point, or a reason why there is none.",
  why: "A number that is not understood would count as missing, and averages would be wrong.",
  mend: "Write 1234.5, without commas, units or spaces; or not-coded, not-available, not-applicable.",
  examples: [
    {
      name: "numbers and a reason",
      files: {
        "series/x.csv": "country,year,p\nJPN,2004,10\nJPN,2005,not-coded\nJPN,2006,2e1\n",
        "series/x.yaml": BOOK,
      },
      expect: [],
    },
    {
      name: "with a comma",
      files: { "series/x.csv": 'country,year,p\nJPN,2004,"1,000"\n', "series/x.yaml": BOOK },
      expect: ["series/x.csv:2:10 `1,000` is not a number."],
    },
    {
      name: "NA",
      files: { "series/x.csv": "country,year,p\nJPN,2004,NA\n", "series/x.yaml": BOOK },
      expect: ["series/x.csv:2:10 `NA` is not a number."],
    },
  ],
});

export const valueNotAllowed = defineCheck({
  code: "value/not-allowed",
  severity: "error",
  rule: "A cell that takes one of a few words holds one of them.",
  why: "Another word would fall out of every count.",
  mend: "Use one of the words that the hint names.",
  examples: [
    {
      name: "partial",
      files: { "record/laws.csv": "id,country,date,level\njpn-1,JPN,2005,partial\n" },
      expect: [],
    },
    {
      name: "misspelt",
      files: { "record/laws.csv": "id,country,date,level\njpn-1,JPN,2005,partail\n" },
      expect: ["record/laws.csv:2:16 `partail` is not a level that this file knows."],
    },
  ],
});
