import { formatDate } from "../../base/edtf.ts";
import { suggest } from "../../base/nearest.ts";
import type { CasebookIndex } from "../../compute/casebook-index.ts";
import { datesOf, findTarget } from "../../compute/entry-links.ts";
import type { Entry, EntryLink } from "../../model/entry.ts";
import { defineCheck } from "../define-check.ts";

const GRADES = { "grades.csv": "country,year,tier\nJPN,2004,2WL\n" };
const withOutcomes = (rows: string) => ({
  ...GRADES,
  "record/outcomes.csv": `id,country,date,type,links,summary\n${rows}`,
  "record/recommendations.csv": "id,country,date,summary\njpn-1,JPN,2006-05,A law is asked for.\n",
});
const OK = {
  name: "in order",
  files: withOutcomes("jpn-2,JPN,2006,law,answers:jpn-1;follows:grade:2004,A law.\n"),
  expect: [],
};

/** Relations that lead from what is later or derived to what is earlier or original. */
const DIRECTED = new Set(["answers", "follows", "restates"]);

export const entryDanglingLink = defineCheck({
  code: "entry/dangling-link",
  severity: "error",
  rule: "A link leads to an entry, a law, or a grade of the same country.",
  why: "A tie to nothing proves nothing.",
  mend: "Correct the id; a grade is written `grade:2004`.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: withOutcomes("jpn-2,JPN,2006,law,answers:jpn-11,A law.\n"),
      expect: ["record/outcomes.csv:2:20 The link `answers:jpn-11` leads to nothing."],
    },
    {
      name: "a year without a grade",
      files: withOutcomes("jpn-2,JPN,2006,law,follows:grade:2003,A law.\n"),
      expect: ["record/outcomes.csv:2:20 The link `follows:grade:2003` leads to nothing."],
    },
  ],
  *run({ index, damaged }) {
    if ([...damaged].some((path) => path.startsWith("record/") || path === "grades.csv")) return;
    for (const entry of index.casebook.entries) {
      for (const link of entry.links) {
        if (findTarget(index, entry, link)) continue;
        yield {
          message: `The link \`${link.relation}:${link.to}\` leads to nothing.`,
          at: link.at ?? entry.at,
          hint: link.to.startsWith("grade:")
            ? `grades.csv has no row for ${entry.country} in ${link.to.slice(6)}.`
            : suggest(link.to, index.entryById.keys(), "Write the id of an entry or law, or `grade:2004`."),
        };
      }
    }
  },
});

export const entryLinkCycle = defineCheck({
  code: "entry/link-cycle",
  severity: "error",
  rule: "No entry answers, follows or restates itself, not even by way of others.",
  why: "A cause cannot be its own effect.",
  mend: "Remove the link that runs from the earlier to the later.",
  examples: [
    OK,
    {
      name: "each follows the other",
      files: withOutcomes(
        "jpn-2,JPN,2006,law,follows:jpn-3,A law.\njpn-3,JPN,2006,law,follows:jpn-2,Another law.\n",
      ),
      expect: ["record/outcomes.csv:2:20 The links run in a circle: `jpn-2` → `jpn-3` → `jpn-2`."],
    },
    {
      name: "itself",
      files: withOutcomes("jpn-2,JPN,2006,law,answers:jpn-2,A law.\n"),
      expect: ["record/outcomes.csv:2:20 The links run in a circle: `jpn-2` → `jpn-2`."],
    },
  ],
  *run({ index }) {
    const done = new Set<string>();
    for (const entry of index.casebook.entries) {
      const circle = findCircle(index, entry, done);
      if (!circle) continue;
      const [start] = circle;
      yield {
        message: `The links run in a circle: ${[...circle, start].map((one) => `\`${one?.entry.id}\``).join(" → ")}.`,
        at: start?.link.at ?? entry.at,
        hint: "Remove one of them.",
      };
    }
  },
});

interface Step {
  readonly entry: Entry;
  readonly link: EntryLink;
}

/** Walks the links from an entry, without recursion; `done` holds the entries from which no new circle can be found. */
function findCircle(index: CasebookIndex, from: Entry, done: Set<string>): Step[] | undefined {
  const linksOf = (entry: Entry) => entry.links.filter((link) => DIRECTED.has(link.relation)).reverse();
  const path: { entry: Entry; rest: EntryLink[]; link?: EntryLink }[] = [];
  const onPath = new Set<string>();
  const enter = (entry: Entry) => {
    path.push({ entry, rest: linksOf(entry) });
    onPath.add(entry.id);
  };
  let circle: Step[] | undefined;
  if (!done.has(from.id)) enter(from);
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const link = last.rest.pop();
    if (!link) {
      path.pop();
      onPath.delete(last.entry.id);
      done.add(last.entry.id);
      continue;
    }
    last.link = link;
    const next = index.entryById.get(link.to);
    if (next && onPath.has(next.id)) {
      const start = path.findIndex((one) => one.entry.id === next.id);
      circle ??= path.slice(start).flatMap((one) => (one.link ? [{ entry: one.entry, link: one.link }] : []));
    } else if (next && !done.has(next.id)) enter(next);
  }
  return circle;
}

export const entryOutcomeBeforeCause = defineCheck({
  code: "entry/outcome-before-cause",
  severity: "error",
  rule: "What an outcome answers or follows is not dated entirely after it.",
  why: "A cause comes first; a link that says otherwise is a slip in a date or a wrong claim.",
  mend: "Correct the dates, or remove the link. Write a date only as far as it is known: 2004, not 2004-01-01.",
  examples: [
    OK,
    {
      name: "the ask comes after the law",
      files: withOutcomes("jpn-2,JPN,2006-04,law,answers:jpn-1,A law.\n"),
      expect: ["record/outcomes.csv:2:23 The outcome `jpn-2` of April 2006 answers `jpn-1`, which is later."],
    },
    {
      name: "the grade comes after the law",
      files: withOutcomes("jpn-2,JPN,2003,law,follows:grade:2004,A law.\n"),
      expect: ["record/outcomes.csv:2:20 The outcome `jpn-2` of 2003 follows `grade:2004`, which is later."],
    },
  ],
  *run({ index }) {
    for (const entry of index.casebook.entries) {
      if (entry.kind !== "outcome" || !entry.date) continue;
      for (const link of entry.links) {
        if (link.relation !== "answers" && link.relation !== "follows") continue;
        const target = findTarget(index, entry, link);
        const cause = target && datesOf(target);
        if (!cause || cause.first <= entry.date.last) continue;
        yield {
          message: `The outcome \`${entry.id}\` of ${formatDate(entry.date)} ${link.relation} \`${link.to}\`, which is later.`,
          at: link.at ?? entry.at,
          hint: "Correct one of the dates, or remove the link.",
        };
      }
    }
  },
});
