import { suggest } from "../../base/nearest.ts";
import { EXHIBIT_NAMES, findExhibit } from "../../compute/exhibits.ts";
import { proseOf } from "../../compute/prose-index.ts";
import { suggestCountry } from "../../model/country.ts";
import { walk } from "../../read/document.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode, proseProblems } from "../prose.ts";

/** The directives of prose, by form. */
const NAMES = {
  "inline-directive": ["grade", "value", "claim", "ref"],
  "leaf-directive": ["figure", "table"],
  "container-directive": ["div", "note", "warning"],
} as const;

const OK = {
  name: "in order",
  files: exampleCase("::figure{timeline}\n\nSee :ref[]{to=timeline}."),
  expect: [],
};

export const directiveUnknown = defineCheck({
  code: "directive/unknown",
  severity: "error",
  rule: "Every directive is one that Demarche knows.",
  why: "A misspelt `:grade` checks nothing, and its reader believes that it was checked.",
  mend: "Correct the name. A colon that is only a colon needs a blank or a backslash before the bracket.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: exampleCase("It was :gradde[Tier 2]{year=2001}."),
      expect: ["cases/japan.md:5:8 `gradde` is not a directive."],
    },
  ],
  *run({ index }) {
    const directives = [
      ...index.prose.of("inline-directive"),
      ...index.prose.of("leaf-directive"),
      ...index.prose.of("container-directive"),
    ];
    for (const { one, node } of directives) {
      const { name, type } = node;
      if ((NAMES[type] as readonly string[]).includes(name)) continue;
      const form = formOf(name);
      yield {
        message: `\`${name}\` is not a directive${form === undefined ? "" : " of this form"}.`,
        at: positionOfNode(one, node),
        hint: form ?? suggest(name, Object.values(NAMES).flat(), FORMS),
      };
    }
  },
});

const FORMS = "Inline: :grade, :value, :claim, :ref. On a line of their own: ::figure, ::table.";

/** Says how a directive is written that is known but written in another form. */
function formOf(name: string): string | undefined {
  const isOf = (form: keyof typeof NAMES) => (NAMES[form] as readonly string[]).includes(name);
  if (isOf("inline-directive")) return `Write it with one colon, inside a text: \`:${name}[…]{…}\`.`;
  if (isOf("leaf-directive")) return `Write it with two colons, on a line of its own: \`::${name}{…}\`.`;
  if (isOf("container-directive")) return `Write it with three colons, on a line of its own: \`:::${name}\`.`;
  return undefined;
}

export const directiveUnclosed = defineCheck({
  code: "directive/unclosed",
  severity: "error",
  rule: "A directive that opens with `:::` is closed with `:::`.",
  why: "Otherwise the rest of the page stands inside it.",
  mend: "Close it with a line of as many colons.",
  examples: [
    { name: "in order", files: exampleCase(":::note\nA remark.\n:::"), expect: [] },
    {
      name: "open",
      files: exampleCase(":::note\nA remark."),
      expect: ["cases/japan.md:5:1 `note` is never closed."],
    },
  ],
  *run({ index }) {
    for (const { subject, at } of proseProblems(index.casebook, "directive-unclosed")) {
      yield { message: `\`${subject}\` is never closed.`, at, hint: "Close it with a line `:::`." };
    }
  },
});

export const figureUnknown = defineCheck({
  code: "figure/unknown",
  severity: "error",
  rule: "A figure or table directive names one that Demarche computes, of a country that it knows.",
  why: "Otherwise there is nothing to draw, and numbers and references shift.",
  mend: "Write ::figure{timeline}, ::table{statistics} or ::table{grades}, with `country=JPN` where the case has none.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: exampleCase("::figure{timelin}"),
      expect: ["cases/japan.md:5:1 `timelin` is not a figure that can be computed."],
    },
    {
      name: "a case of no country",
      files: { "cases/overview.md": "title: Overview\n\n::figure{timeline}\n" },
      expect: ["cases/overview.md:3:1 The figure does not say which country it is about."],
    },
  ],
  *run({ index, damaged }) {
    for (const { one, node } of index.prose.of("leaf-directive")) {
      if (node.name !== "figure" && node.name !== "table") continue;
      if (node.attributes.values["analysis"] !== undefined) continue; // analysis/unknown looks at it
      const at = positionOfNode(one, node);
      const name = node.attributes.words[0] ?? "";
      const known: readonly string[] = EXHIBIT_NAMES[node.name];
      const country = node.attributes.values.country ?? one.country;
      if (!known.includes(name)) {
        yield {
          message:
            name === ""
              ? `The directive does not say which ${node.name} it stands for.`
              : `\`${name}\` is not a ${node.name} that can be computed.`,
          at,
          hint: suggest(name, known, `Write \`::${node.name}{${known[0]}}\`.`),
        };
      } else if (country === undefined && damaged.has(at.source.path)) {
        // The country may stand in the header that could not be read.
      } else if (country === undefined || !index.casebook.countries.has(country)) {
        yield {
          message:
            country === undefined
              ? `The ${node.name} does not say which country it is about.`
              : `\`${country}\` is not a country.`,
          at,
          hint:
            country === undefined
              ? "Add `country=` with an ISO 3166-1 alpha-3 code."
              : suggestCountry(country, index.casebook.countries),
        };
      }
    }
  },
});

export const figureTypedNumber = defineCheck({
  code: "figure/typed-number",
  severity: "note",
  rule: "Figures and tables are numbered by Demarche.",
  why: "A typed number goes stale when a figure is added before it. It is kept as typed.",
  mend: "Write the caption without “Figure 8:”, and refer to it with :ref[]{to=…}.",
  examples: [
    OK,
    {
      name: "typed",
      files: {
        ...exampleCase("![A map](/assets/map.png)\n\n*Figure 8: A map*"),
        "assets/map.png": "",
      },
      expect: ["cases/japan.md:7:1 The caption types its number, Figure 8."],
    },
  ],
  *run({ index, exhibits }) {
    for (const one of index.casebook.cases) {
      for (const { node, label, isNumberTyped } of exhibits.byCase.get(one.id) ?? []) {
        if (!isNumberTyped) continue;
        const span = "caption" in node && node.caption ? node.caption : node;
        yield {
          message: `The caption types its number, ${label}.`,
          at: { source: one.document.source, start: span.start, end: span.end },
          hint: "Leave “Figure N:” out, and Demarche numbers it.",
        };
      }
    }
  },
});

export const referenceUnknown = defineCheck({
  code: "reference/unknown",
  severity: "error",
  rule: "Every :ref leads to a figure or table.",
  why: "The reader would be sent to a figure that is not there.",
  mend: "Write the id of a figure or table, `to=timeline`; in another case, `to=japan#timeline`.",
  examples: [
    OK,
    {
      name: "no such figure",
      files: exampleCase("::figure{timeline}\n\nSee :ref[]{to=timelime}."),
      expect: ["cases/japan.md:7:5 `timelime` is not a figure or table."],
    },
  ],
  *run({ index, exhibits }) {
    for (const { one, node } of index.prose.of("inline-directive")) {
      if (node.name !== "ref") continue;
      const to = node.attributes.values.to ?? "";
      if (findExhibit(exhibits, one.id, to)) continue;
      const known = index.casebook.cases.flatMap((each) =>
        (exhibits.byCase.get(each.id) ?? []).map(({ id }) => (each === one ? id : `${each.id}#${id}`)),
      );
      yield {
        message:
          to === "" ? "The reference does not say where it leads." : `\`${to}\` is not a figure or table.`,
        at: positionOfNode(one, node),
        hint: suggest(to, known, "Write `to=` with the id of a figure or table."),
      };
    }
  },
});

/** The beginning of a directive that stayed text: an inline one anywhere, one of a line of its own at its start. */
const STAYED_TEXT = /:(?:grade|value|claim|ref)(?=\s?[[{])|^::(?:figure|table)(?=[[{\s])/;

export const directiveMalformed = defineCheck({
  code: "directive/malformed",
  severity: "error",
  rule: "A directive's brackets, braces and quotation marks are closed.",
  why: "What is not closed is no directive but text: nothing is drawn or checked, and the reader sees the marks.",
  mend: "Close them. A colon that is meant as a colon gets a backslash before it.",
  examples: [
    OK,
    {
      name: "a quotation mark that is not closed",
      files: exampleCase('::figure{timeline country="JPN}'),
      expect: ["cases/japan.md:5:1 This is no directive: `::figure`."],
    },
    {
      name: "a bracket that is not closed",
      files: exampleCase("It was :grade[Tier 2{year=2001}."),
      expect: ["cases/japan.md:5:8 This is no directive: `:grade`."],
    },
  ],
  *run({ index }) {
    for (const one of index.casebook.cases) {
      if (!/:(?:grade|value|claim|ref|figure|table)/.test(one.document.source.text)) continue;
      for (const node of walk(proseOf(one))) {
        if (node.type !== "text") continue;
        const written = one.document.source.text.slice(node.start, node.end);
        const match = STAYED_TEXT.exec(written);
        if (!match || written[match.index - 1] === "\\") continue;
        const start = node.start + match.index;
        yield {
          message: `This is no directive: \`${match[0]}\`.`,
          at: positionOfNode(one, { start, end: start + match[0].length }),
          hint: "Close its bracket, brace or quotation mark; write `\\:` for a colon that is only a colon.",
        };
      }
    }
  },
});
