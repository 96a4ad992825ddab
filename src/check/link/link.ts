import { suggest } from "../../base/nearest.ts";
import { standsForTimeline } from "../../compute/exhibits.ts";
import { collectAnchors, resolveHref } from "../../compute/links.ts";
import type { Case } from "../../model/case.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode, proseProblems } from "../prose.ts";

export const linkBroken = defineCheck({
  code: "link/broken",
  severity: "error",
  rule: "Every link inside the site leads to a page, a file or a place that is there.",
  why: "A statement must lead to its source; a dead link leads nowhere.",
  mend: "Correct the address, or put the file into `assets/`.",
  examples: [
    {
      name: "in order",
      files: exampleCase("[Below](#notes) and [data](/methods/).\n\n## Notes"),
      expect: [],
    },
    {
      name: "no such page",
      files: exampleCase("See [the other case](/case-studies/oman/)."),
      expect: ["cases/japan.md:5:5 The link to `/case-studies/oman/` leads nowhere."],
    },
    {
      name: "no such place",
      files: exampleCase("See [below](#outcomes).\n\n## Outcome"),
      expect: ["cases/japan.md:5:5 The page has no place `#outcomes`."],
    },
  ],
  *run({ index, exhibits }) {
    const cases = new Map(index.casebook.cases.map((one) => [one.id, one]));
    const anchors = new Map<Case, ReadonlySet<string>>();
    const anchorsOf = (page: Case): ReadonlySet<string> => {
      const found = anchors.get(page) ?? collectAnchors(index, page, exhibits);
      anchors.set(page, found);
      return found;
    };
    for (const { one, node } of index.prose.of("link")) {
      const at = positionOfNode(one, node);
      const target = resolveHref(index, one, node.href);
      if (target.kind === "missing") {
        yield {
          message: `The link to \`${node.href}\` leads nowhere.`,
          at,
          hint: suggest(
            target.path.replace(/^\/|\/$/g, ""),
            [...index.casebook.assets, ...index.casebook.cases.flatMap(namesOf)],
            "Correct the address, or put the file into assets/.",
          ),
        };
        continue;
      }
      const id = target.kind === "anchor" || target.kind === "page" ? target.id : undefined;
      if (id === undefined || id === "") continue;
      const page = target.kind === "page" ? cases.get(target.caseId ?? "") : one;
      const known = page && anchorsOf(page);
      if (!known || known.has(id)) continue;
      yield {
        message: `The page has no place \`#${id}\`.`,
        at,
        hint: suggest(id, known, "Headings are places by their words: `## Outcomes` is #outcomes."),
      };
    }
  },
});

/** What a link may call a case: its address, and its file's name. */
function namesOf({ slug, document }: Case): string[] {
  return [slug.value, document.source.path.replace(/^cases\//, "")];
}

export const imageMissing = defineCheck({
  code: "image/missing",
  severity: "warning",
  rule: "Every image of the prose is in the casebook, or a computed figure stands for it.",
  why: "The page keeps the caption and the alternative text, but readers do not see the picture.",
  mend: "Put the image into `assets/`, or let the timeline stand for it: `figures: timeline: stands-for:` in `casebook.yaml`.",
  examples: [
    { name: "none", files: exampleCase("Prose."), expect: [] },
    {
      name: "not there",
      files: exampleCase("![A map](/files/map.png)"),
      expect: ["cases/japan.md:5:1 The image `/files/map.png` is not in the casebook."],
    },
  ],
  *run({ index }) {
    for (const { one, node } of index.prose.of("image")) {
      if (standsForTimeline(index.casebook, node.href, one.country)) continue;
      const target = resolveHref(index, one, node.href);
      if (target.kind === "asset") continue;
      yield {
        message:
          target.kind === "external"
            ? `The image \`${node.href}\` is on another site and is not loaded.`
            : `The image \`${node.href}\` is not in the casebook.`,
        at: positionOfNode(one, node),
        hint: "Put it into assets/, or let a computed figure stand for it (figures, stands-for).",
      };
    }
  },
});

export const imageNoAlt = defineCheck({
  code: "image/no-alt",
  severity: "warning",
  rule: "Every image says in words what it shows.",
  why: "Who cannot see the picture reads the words instead.",
  mend: "Write it between the brackets: `![What it shows](map.png)`.",
  examples: [
    {
      name: "in order",
      files: { ...exampleCase("![A map](/assets/map.png)"), "assets/map.png": "" },
      expect: [],
    },
    {
      name: "no words",
      files: { ...exampleCase("![](/assets/map.png)"), "assets/map.png": "" },
      expect: ["cases/japan.md:5:1 The image `/assets/map.png` has no alternative text."],
    },
  ],
  *run({ index }) {
    for (const { one, node } of index.prose.of("image")) {
      if (node.alt.trim() !== "") continue;
      yield {
        message: `The image \`${node.href}\` has no alternative text.`,
        at: positionOfNode(one, node),
        hint: "Write what it shows between the brackets.",
      };
    }
  },
});

export const headerMissingPdf = defineCheck({
  code: "header/missing-pdf",
  severity: "warning",
  rule: "The PDF that a header names is in the casebook.",
  why: "The page offers no download of a file that is not there.",
  mend: "Put the file into `assets/`, or remove the line.",
  examples: [
    { name: "none", files: exampleCase("Prose."), expect: [] },
    {
      name: "not there",
      files: { "cases/japan.md": "Title: Japan\nPDF: /files/japan.pdf\n\nProse.\n" },
      expect: ["cases/japan.md:2:6 The file `/files/japan.pdf` is not in the casebook."],
    },
  ],
  *run({ index }) {
    for (const one of index.casebook.cases) {
      if (!one.pdf) continue;
      const { kind } = resolveHref(index, one, one.pdf.value);
      if (kind === "asset" || kind === "external") continue;
      yield {
        message: `The file \`${one.pdf.value}\` is not in the casebook.`,
        at: one.pdf.at,
        hint: "Put it into assets/, or remove the line.",
      };
    }
  },
});

/** Of an address that a message names; one that holds its data may have megabytes. */
const LONGEST_ADDRESS = 80;

export const htmlDropped = defineCheck({
  code: "html/dropped",
  severity: "warning",
  rule: "Raw HTML and addresses are of the kinds that are safe to publish.",
  why: "Scripts, frames and `javascript:` addresses could act in the reader's name. Their words are kept, they are not.",
  mend: "Use Markdown, or one of the plain elements.",
  examples: [
    { name: "plain elements", files: exampleCase('<div class="well">A <em>box</em>.</div>'), expect: [] },
    {
      name: "a script",
      files: exampleCase("Before <script>alert(1)</script> after."),
      expect: ["cases/japan.md:5:8 `script` is not published."],
    },
    {
      name: "an address that runs a script",
      files: exampleCase("[Here](javascript:alert(1))."),
      expect: ["cases/japan.md:5:1 The address `javascript:alert(1)` is not published."],
    },
  ],
  *run({ index }) {
    for (const { subject, at } of proseProblems(index.casebook, "html-dropped")) {
      yield { message: `\`${subject}\` is not published.`, at, hint: "Use Markdown, or a plain element." };
    }
    for (const { subject, at } of proseProblems(index.casebook, "address-dropped")) {
      const address = subject.length > LONGEST_ADDRESS ? `${subject.slice(0, LONGEST_ADDRESS)}…` : subject;
      const hint = "Use an address that begins with https:, http: or mailto:, or a path of the casebook.";
      yield { message: `The address \`${address}\` is not published.`, at, hint };
    }
  },
});

export const textTooDeep = defineCheck({
  code: "text/too-deep",
  severity: "warning",
  rule: "Lists, quotations and emphasis are nested at most a few dozen levels.",
  why: "Deeper levels are shown as plain text.",
  mend: "Flatten the text; a long row of `>` or `*` is usually a slip.",
  examples: [
    { name: "in order", files: exampleCase("> > A quotation in a quotation."), expect: [] },
    {
      name: "five hundred quotations in each other",
      files: exampleCase(`${">".repeat(500)} deep`),
      expect: ["cases/japan.md:5:101 The text is nested too deeply here."],
    },
  ],
  *run({ index }) {
    for (const { at } of proseProblems(index.casebook, "nesting-too-deep")) {
      yield { message: "The text is nested too deeply here.", at, hint: "Flatten it." };
    }
  },
});

export const textAttributes = defineCheck({
  code: "text/attributes-malformed",
  severity: "warning",
  rule: "Braces after a heading, an image or a word hold attributes: `{#id .class key=value}`.",
  why: "What cannot be read as attributes is published as text, braces and all.",
  mend: "Close the quotation marks, and write one id, classes with a dot, and `key=value`.",
  examples: [
    { name: "in order", files: exampleCase("## Outcomes {#results .wide}"), expect: [] },
    {
      name: "a quotation mark that is not closed",
      files: exampleCase('## Outcomes {#results title="}'),
      expect: ['cases/japan.md:5:13 `{#results title="}` cannot be read as attributes.'],
    },
  ],
  *run({ index }) {
    for (const { subject, at } of proseProblems(index.casebook, "attributes-malformed")) {
      yield {
        message: `\`${subject}\` cannot be read as attributes.`,
        at,
        hint: "Write them like `{#id .class key=value}`, with quotation marks closed.",
      };
    }
  },
});

export const headingSkipsLevel = defineCheck({
  code: "heading/skips-level",
  severity: "warning",
  rule: "Headings go down one level at a time.",
  why: "Readers who move by headings would look for the level that is left out.",
  mend: "Use one `#` more than the heading above.",
  examples: [
    { name: "in order", files: exampleCase("## Outcomes\n\n### Legislation"), expect: [] },
    {
      name: "from two to four",
      files: exampleCase("## Outcomes\n\n#### Legislation"),
      expect: ["cases/japan.md:7:1 The heading skips from level 2 to level 4."],
    },
  ],
  *run({ index }) {
    for (const { document } of index.casebook.cases) {
      let before: number | undefined;
      for (const node of document.blocks) {
        if (node.type !== "heading") continue;
        if (before !== undefined && node.level > before + 1) {
          yield {
            message: `The heading skips from level ${before} to level ${node.level}.`,
            at: { source: document.source, start: node.start, end: node.end },
            hint: `Write it with ${before + 1} signs \`#\`.`,
          };
        }
        before = node.level;
      }
    }
  },
});
