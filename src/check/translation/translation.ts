import type { Finding } from "../../base/diagnostic.ts";
import { positionOfLine } from "../../base/source.ts";
import type { Exhibit } from "../../compute/exhibits.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { originalsOf, versionsOf } from "../../compute/translations.ts";
import type { Case } from "../../model/case.ts";
import { type CheckContext, defineCheck } from "../define-check.ts";

const ORIGINAL = "title: Japan\ncountry: JPN\n\nGraded :grade[Tier 2]{year=2001}.[^1]\n\n[^1]: A note.\n";
const GRADES = { "grades.csv": "country,year,tier\nJPN,2001,2\n" };

/** Yields every translation with its original. */
function* translationsIn({ index: { casebook } }: CheckContext): Generator<{ one: Case; original: Case }> {
  for (const original of originalsOf(casebook)) {
    for (const one of versionsOf(casebook, original)) if (one.translation) yield { one, original };
  }
}

export const translationLanguage = defineCheck({
  code: "translation/language",
  severity: "warning",
  rule: "A translation’s header says no other language than its file’s name, and not the original’s.",
  why: "Readers, search engines and screen readers choose a page by its language.",
  mend: "Name the file after its language, e.g. `japan.ja.md`, and leave `lang` out of its header.",
  examples: [
    {
      name: "in order",
      files: { "cases/japan.md": ORIGINAL, "cases/japan.ja.md": ORIGINAL, ...GRADES },
      expect: [],
    },
    {
      name: "another language in the header",
      files: {
        "cases/japan.md": ORIGINAL,
        "cases/japan.ja.md": ORIGINAL.replace("country", "lang: fr\ncountry"),
        ...GRADES,
      },
      expect: ["cases/japan.ja.md:1:1 The file is named after `ja`; its header says `fr`."],
    },
    {
      name: "the original's language",
      files: { "cases/japan.md": ORIGINAL, "cases/japan.en.md": ORIGINAL, ...GRADES },
      expect: ["cases/japan.en.md:1:1 The translation is in `en`, as `cases/japan.md` is."],
    },
    {
      name: "no language",
      files: { "cases/japan.md": ORIGINAL, "cases/japan.old.md": ORIGINAL, ...GRADES },
      expect: [
        "cases/japan.old.md:1:1 `old` is no language; by its name the file is a translation of `cases/japan.md`.",
      ],
    },
  ],
  *run(context) {
    for (const { one, original } of translationsIn(context)) {
      const message = faultOfLanguage(one, original);
      if (message === undefined) continue;
      yield {
        message,
        at: positionOfLine(one.document.source, 1),
        hint: "Name the file after the language that it is in, e.g. japan.ja.md.",
      };
    }
  },
});

function faultOfLanguage(one: Case, original: Case): string | undefined {
  const named = one.translation?.language ?? "";
  const { path } = original.document.source;
  if (!isLanguage(named))
    return `\`${named}\` is no language; by its name the file is a translation of \`${path}\`.`;
  if (one.language.toLowerCase() !== named.toLowerCase()) {
    return `The file is named after \`${named}\`; its header says \`${one.language}\`.`;
  }
  if (one.language.toLowerCase() !== original.language.toLowerCase()) return undefined;
  return `The translation is in \`${named}\`, as \`${path}\` is.`;
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag) !== undefined;
  } catch {
    return false;
  }
}

export const translationNoOriginal = defineCheck({
  code: "translation/no-original",
  severity: "warning",
  rule: "A case whose file is named after a language is a translation of another.",
  why: "Without the original the page stands at an address of its own, with no link between the languages.",
  mend: "Name the two files alike, `japan.md` and `japan.ja.md`.",
  examples: [
    {
      name: "in order",
      files: { "cases/japan.md": ORIGINAL, "cases/japan.ja.md": ORIGINAL, ...GRADES },
      expect: [],
    },
    {
      name: "named otherwise",
      files: { "cases/japan-2004.md": ORIGINAL, "cases/japan.ja.md": ORIGINAL, ...GRADES },
      expect: ["cases/japan.ja.md:1:1 There is no `cases/japan.md` of which the file is a translation."],
    },
  ],
  *run({ index }) {
    for (const one of originalsOf(index.casebook)) {
      const [, name, language] = /^(.+)\.([a-z]{2}(?:-[A-Za-z0-9]+)*)$/.exec(one.id) ?? [];
      if (name === undefined || language === undefined || !isLanguage(language)) continue;
      yield {
        message: `There is no \`cases/${name}.md\` of which the file is a translation.`,
        at: positionOfLine(one.document.source, 1),
        hint: "Name it after the original’s file, or rename it if it is none.",
      };
    }
  },
});

export const translationStructure = defineCheck({
  code: "translation/structure",
  severity: "note",
  rule: "A translation has the notes, the checked statements, the figures and the tables of its original.",
  why: "What only one of them has was added to one and forgotten in the other.",
  mend: "Add it to the other, or take it out.",
  examples: [
    {
      name: "in order",
      files: {
        "cases/japan.md": ORIGINAL,
        "cases/japan.ja.md":
          'title: 日本\n\n評価は:grade[第二階層]{year=2001 tier="Tier 2"}。[^1]\n\n[^1]: 注。\n',
        ...GRADES,
      },
      expect: [],
    },
    {
      name: "a note and a claim are missing",
      files: { "cases/japan.md": ORIGINAL, "cases/japan.ja.md": "title: 日本\n\n評価。\n", ...GRADES },
      expect: [
        "cases/japan.ja.md:1:1 The translation has no notes, `cases/japan.md` has 1.",
        "cases/japan.ja.md:1:1 “Tier 2” is a checked statement in `cases/japan.md` only.",
      ],
    },
    {
      name: "a figure and a claim more",
      files: {
        "cases/japan.md": "title: Japan\n\nProse.\n",
        "cases/japan.ja.md": "title: 日本\n\n評価は:grade[Tier 2]{year=2001}。\n\n::figure{timeline}\n",
        ...GRADES,
      },
      expect: [
        "cases/japan.ja.md:1:1 The translation has 1 figure, `cases/japan.md` has none.",
        "cases/japan.ja.md:3:4 “Tier 2” is a checked statement in the translation only.",
      ],
    },
  ],
  *run(context) {
    for (const { one, original } of translationsIn(context)) yield* differences(context, one, original);
  },
});

function* differences({ claims, exhibits }: CheckContext, one: Case, original: Case): Generator<Finding> {
  const at = positionOfLine(one.document.source, 1);
  const { path } = original.document.source;
  const hint = "Add what is missing to the other file, or take it out of this one.";
  const notesOf = ({ document }: Case): number => document.notes.filter((note) => note.references > 0).length;
  const exhibitsOf = ({ id }: Case, kind: Exhibit["kind"]): number =>
    (exhibits.byCase.get(id) ?? []).filter((exhibit) => exhibit.kind === kind).length;
  const counts = [
    ["note", notesOf(one), notesOf(original)],
    ["figure", exhibitsOf(one, "figure"), exhibitsOf(original, "figure")],
    ["table", exhibitsOf(one, "table"), exhibitsOf(original, "table")],
  ] as const;
  for (const [noun, own, others] of counts) {
    if (own === others) continue;
    const there = `\`${path}\` has ${others === 0 ? "none" : others}`;
    yield { message: `The translation has ${countOf(own, noun)}, ${there}.`, at, hint };
  }
  const own = claims.filter((claim) => claim.caseId === one.id);
  const others = claims.filter((claim) => claim.caseId === original.id);
  for (const claim of without(own, others)) {
    yield { message: `“${claim.text}” is a checked statement in the translation only.`, at: claim.at, hint };
  }
  for (const claim of without(others, own)) {
    const related = [{ message: "It is here.", at: claim.at }];
    yield { message: `“${claim.text}” is a checked statement in \`${path}\` only.`, at, hint, related };
  }
}

function countOf(count: number, noun: string): string {
  return count === 0 ? `no ${noun}s` : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Returns the statements that have no counterpart: one about the same thing, whatever its words. */
function without(claims: readonly InlineClaim[], others: readonly InlineClaim[]): InlineClaim[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return claims.filter((claim) => {
    const count = left.get(keyOf(claim)) ?? 0;
    left.set(keyOf(claim), count - 1);
    return count <= 0;
  });
}

function keyOf({ named, states }: InlineClaim): string {
  return named ? `claim ${named.claim.id}` : states.map(({ of }) => of).join(", ");
}
