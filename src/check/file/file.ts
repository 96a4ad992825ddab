import { createSource, positionOfFile } from "../../base/source.ts";
import { defineCheck } from "../define-check.ts";
import { findTwins } from "../twins.ts";

const GRADES = "country,year,tier\nJPN,2004,2WL\n";

export const fileEncoding = defineCheck({
  code: "file/encoding",
  severity: "error",
  rule: "Text files are UTF-8.",
  why: "In another encoding names such as Côte d’Ivoire turn into other letters, and look-ups by name miss them.",
  mend: "Save the file as UTF-8; editors call it “Save with encoding”.",
  examples: [
    { name: "UTF-8", files: { "grades.csv": "country,year,tier,note\nJPN,2004,2WL,Kōan\n" }, expect: [] },
    {
      name: "Windows-1252 bytes",
      files: { "grades.csv": "country,year,tier,note\nJPN,2004,2WL,C\u00f4te=latin1\n" },
      expect: ["grades.csv:2:15 A character is not UTF-8."],
    },
  ],
});

export const fileNul = defineCheck({
  code: "file/nul",
  severity: "error",
  rule: "Text files hold no NUL characters.",
  why: "A NUL is a sign that the file is damaged or is not text at all.",
  mend: "Open the file in an editor, check that it is what it should be, and save it again.",
  examples: [
    { name: "text", files: { "grades.csv": GRADES }, expect: [] },
    {
      name: "a NUL in a cell",
      files: { "grades.csv": "country,year,tier\nJPN,20\u000004,2WL\n" },
      expect: ["grades.csv:2:7 The file holds a NUL character, which no text has."],
    },
  ],
});

export const fileTooLarge = defineCheck({
  code: "file/too-large",
  severity: "error",
  rule: "A text file has at most 64 MB.",
  why: "Larger files are archives or mistakes; reading them would take the machine's memory.",
  mend: "Split the file, or leave out what is not data.",
  examples: [
    { name: "small", files: { "grades.csv": GRADES }, expect: [] },
    {
      name: "too large",
      files: { "grades.csv": "=huge" },
      expect: ["grades.csv:1:1 `grades.csv` has 65 MB; text files may have 64 MB."],
    },
  ],
});

export const fileOutside = defineCheck({
  code: "file/outside",
  severity: "error",
  rule: "Every file of a casebook lies in its folder.",
  why: "A link out of the folder would publish what the author did not mean to, and breaks on another machine.",
  mend: "Replace the link by a copy of the file.",
  examples: [
    { name: "inside", files: { "grades.csv": GRADES }, expect: [] },
    {
      name: "a link that leads out",
      files: { "grades.csv": "=outside" },
      expect: ["grades.csv:1:1 `grades.csv` leads out of the casebook's folder and is not read."],
    },
  ],
});

export const fileUnreadable = defineCheck({
  code: "file/unreadable",
  severity: "error",
  rule: "Every file of a casebook can be read.",
  why: "What cannot be read would be missing from the site without a word.",
  mend: "Check the file's permissions.",
  examples: [
    { name: "readable", files: { "grades.csv": GRADES }, expect: [] },
    {
      name: "unreadable",
      files: { "grades.csv": "=unreadable" },
      expect: ["grades.csv:1:1 `grades.csv` cannot be read."],
    },
  ],
});

export const fileNotRead = defineCheck({
  code: "file/not-read",
  severity: "warning",
  rule: "Every table, codebook, bibliography and case has a name and a folder that Demarche knows.",
  why: "A misspelt file name is silently without effect.",
  mend: "Correct the name; what is not for Demarche may lie in `assets/`.",
  examples: [
    {
      name: "known",
      files: { "grades.csv": GRADES, "assets/data.csv": GRADES, "README.md": "A casebook.\n" },
      expect: [],
    },
    {
      name: "misspelt, and a folder too deep",
      files: { "grade.csv": GRADES, "cases/asia/japan.md": "Title: Japan\n\nProse.\n" },
      expect: [
        "cases/asia/japan.md:1:1 `cases/asia/japan.md` is no file of a casebook and is not read.",
        "grade.csv:1:1 `grade.csv` is no file of a casebook and is not read.",
      ],
    },
  ],
});

/** Where the site keeps files of its own. */
const OWN = "assets/demarche/";

export const fileUnpublishable = defineCheck({
  code: "file/unpublishable",
  severity: "error",
  rule: "Files of `assets/` and `series/` have names under which every system can keep them.",
  why: "They are published under their names, and names that differ only in case are one name on many disks.",
  mend: "Rename the file: no backslash, colon or control character, and not only other capitals than another’s.",
  examples: [
    { name: "in order", files: { "assets/map.png": "", "assets/map.svg": "" }, expect: [] },
    {
      name: "a colon, the site's own folder, and other capitals",
      files: {
        "assets/a:b.png": "",
        "assets/demarche/site.css": "",
        "assets/map.png": "",
        "assets/Map.png": "",
      },
      expect: [
        "assets/a:b.png:1:1 `assets/a:b.png` holds a character that not every system can keep.",
        "assets/demarche/site.css:1:1 `assets/demarche/` belongs to the site itself.",
        "assets/map.png:1:1 `assets/map.png` and `assets/Map.png` differ only in capitals.",
      ],
    },
  ],
  *run({ index }) {
    const { assets, series } = index.casebook;
    const paths = [...assets, ...[...series.keys()].map((id) => `series/${id}.csv`)].sort();
    const keyOf = (path: string): string => path.normalize("NFC").toLowerCase();
    const twins = new Map([...findTwins(paths, keyOf)].map(({ item, first }) => [item, first]));
    for (const path of paths) {
      const twin = twins.get(path);
      const message = /[\\:\p{Cc}]/u.test(path)
        ? `\`${path}\` holds a character that not every system can keep.`
        : path.toLowerCase().startsWith(OWN)
          ? `\`${OWN}\` belongs to the site itself.`
          : twin !== undefined
            ? `\`${path}\` and \`${twin}\` differ only in capitals.`
            : undefined;
      if (message === undefined) continue;
      yield { message, at: positionOfFile(createSource(path, "")), hint: "Rename the file." };
    }
  },
});
