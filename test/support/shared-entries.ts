import { existsSync, readFileSync } from "node:fs";
import type { Entry, EntryKind } from "../../src/model/entry.ts";
import { buildEntry } from "./build-entry.ts";

const FILE = new URL("../../../shared/example/japan_record.tsv", import.meta.url);

/** Tells whether Japan's record as extracted from its page is beside the checkout. */
export const hasSharedRecord: boolean = existsSync(FILE);

const KINDS: Readonly<Record<string, EntryKind>> = {
  contact: "contact",
  meeting: "contact",
  recommendation: "recommendation",
  roadmap: "recommendation",
  media: "pressure",
  ngo: "pressure",
  igo: "pressure",
  reaction: "reaction",
  comparison: "comparison",
  outcome: "outcome",
  policy: "outcome",
};

const CODES: Readonly<Record<string, string>> = {
  comparisonsratingnotfair: "comparison",
  usarrogance: "arrogance",
  embassment: "embarrassment",
  publicfacesaving: "public-face-saving",
  howimprove: "how-to-improve",
  movinggoal: "moving-goal",
  harmingrelations: "harming-relations",
  bragging: "appreciation-or-bragging",
  negative: "other",
};

/** Returns those of Japan's entries that a lane chart shows, with the dates and codes of the extraction. */
export function readSharedEntries(): Entry[] {
  const [header = "", ...lines] = readFileSync(FILE, "utf8").trimEnd().split("\n");
  const columns = header.split("\t");
  return lines.flatMap((line) => {
    const cells = line.split("\t");
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
    const kind = KINDS[cell("kind")];
    if (!kind) return [];
    const [date, end, code] = [cell("date"), cell("date_end"), cell("reaction_code")];
    const isPressure = kind === "pressure";
    return [
      buildEntry(cell("id").toLowerCase(), kind, {
        ...(date === "" ? {} : { date: end === "" ? date : `${date}/${end}` }),
        summary: cell("summary"),
        actors: isPressure ? [cell("kind")] : [],
        details: {
          ...(kind === "contact" ? { level: cell("actor_level") === "government" ? "minister" : "" } : {}),
          ...(kind === "reaction" ? { code: CODES[code] ?? code } : {}),
          ...(kind === "outcome" ? { type: cell("kind") === "policy" ? "action-plan" : "practice" } : {}),
        },
      }),
    ];
  });
}
