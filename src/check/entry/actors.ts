import { suggestCountry } from "../../model/country.ts";
import { defineCheck } from "../define-check.ts";

const REACTION = "id,country,summary,code,actors\n";
const ACTORS = "id,kind,person,role,aliases\nvice,government,,deputy vice minister,the Deputy Vice\n";

export const actorUnknown = defineCheck({
  code: "actor/unknown",
  severity: "note",
  rule: "The actors of entries are those of `actors.csv`.",
  why: "The same person under two names counts twice, and an actor that is not described is of no kind.",
  mend: "Add the actor to `actors.csv`, or the words to its aliases.",
  examples: [
    {
      name: "by id, role and alias",
      files: {
        "actors.csv": ACTORS,
        "record/reactions.csv": `${REACTION}jpn-1,JPN,Anger.,anger,vice;the Deputy Vice;Deputy vice minister\n`,
      },
      expect: [],
    },
    {
      name: "nobody",
      files: {
        "actors.csv": ACTORS,
        "record/reactions.csv": `${REACTION}jpn-1,JPN,Anger.,anger,a minister\n`,
      },
      expect: ["record/reactions.csv:2:24 `a minister` is not an actor of actors.csv."],
    },
    {
      name: "either of two",
      files: {
        "actors.csv": "id,kind,role\na,government,director\nb,government,director\n",
        "record/reactions.csv": `${REACTION}jpn-1,JPN,Anger.,anger,director\n`,
      },
      expect: ["record/reactions.csv:2:24 `director` may be any of `a`, `b`."],
    },
  ],
});

export const actorDuplicate = defineCheck({
  code: "actor/duplicate",
  severity: "error",
  rule: "An id or alias means one actor.",
  why: "Entries name actors by them.",
  mend: "Join the two rows where both are the same person; else rename one.",
  examples: [
    { name: "in order", files: { "actors.csv": ACTORS }, expect: [] },
    {
      name: "an alias of two",
      files: { "actors.csv": `${ACTORS}other,government,,minister,the deputy vice\n` },
      expect: ["actors.csv:3:28 `the deputy vice` already means the actor `vice`."],
    },
    {
      name: "an id twice",
      files: { "actors.csv": `${ACTORS}vice,government,,minister,\n` },
      expect: ["actors.csv:3:1 `vice` already means the actor `vice`."],
    },
  ],
});

export const actorUnknownCountry = defineCheck({
  code: "actor/unknown-country",
  severity: "error",
  rule: "An actor's country is one that ISO 3166-1 lists or `countries.csv` declares.",
  why: "Actors are counted by country.",
  mend: "Use the ISO 3166-1 alpha-3 code, or leave the cell empty.",
  examples: [
    { name: "none", files: { "actors.csv": ACTORS }, expect: [] },
    {
      name: "misspelt",
      files: { "actors.csv": "id,kind,country\nvice,government,Jpn\n" },
      expect: ["actors.csv:2:1 The actor `vice` is of `Jpn`, which is not a country."],
    },
  ],
  *run({ index, damaged }) {
    const { actors, countries } = index.casebook;
    if (damaged.has("countries.csv")) return;
    for (const { id, country, at } of actors.values()) {
      if (country === undefined || countries.has(country)) continue;
      yield {
        message: `The actor \`${id}\` is of \`${country}\`, which is not a country.`,
        at,
        hint: suggestCountry(country, countries),
      };
    }
  },
});
