import type { Finding } from "../../base/diagnostic.ts";
import { positionOfFile } from "../../base/source.ts";
import {
  type PagePartial,
  type PartialNode,
  PLACEHOLDERS,
  type PlaceholderName,
  THEME_PARTIALS,
  type Theme,
  walkPartial,
} from "../../model/theme.ts";
import { defineCheck } from "../define-check.ts";

const { header: HEADER, footer: FOOTER } = THEME_PARTIALS;
const WHOLE = '<p><a href="/">Our institute</a></p>\n{{navigation}} {{colours}}\n';
const OK = { name: "in order", files: { [HEADER]: WHOLE }, expect: [] };

export const themeNotAllowed = defineCheck({
  code: "theme/not-allowed",
  severity: "error",
  rule: "A partial holds elements, attributes and classes of a short list; no script, no style, no landmark of its own.",
  why: "It stands on every page: what runs, loads or hides something there does so everywhere.",
  mend: "Remove what is named; `docs/theming.md` has the list.",
  examples: [
    OK,
    {
      name: "a script, an inline style, an image from elsewhere",
      files: {
        [HEADER]: `${WHOLE}<script>track()</script>\n<p style="color:red">Red</p>\n<img src="https://example.org/a.png" alt="">\n`,
      },
      expect: [
        "theme/header.html:3:1 `<script>` is not allowed in a partial.",
        "theme/header.html:4:1 The attribute `style` is not allowed in a partial.",
        "theme/header.html:5:1 `https://example.org/a.png` is no file below assets/.",
      ],
    },
    {
      name: "a landmark of its own, a class without effect, an image without alt",
      files: {
        [FOOTER]:
          '<main class="theme-quiet"></main>\n<p class="theme-quite">{{edition}} {{licence}}</p>\n<img src="/assets/a.png">\n',
        "assets/a.png": "",
      },
      expect: [
        "theme/footer.html:1:1 `<main>` is not allowed in a partial.",
        "theme/footer.html:2:1 `theme-quite` is no class of a partial.",
        "theme/footer.html:3:1 The image has no `alt`.",
      ],
    },
  ],
});

export const themeUnclosed = defineCheck({
  code: "theme/unclosed",
  severity: "error",
  rule: "What opens in a partial is closed in it, in order.",
  why: "An element left open would take in the rest of every page.",
  mend: "Close it where it ends.",
  examples: [
    OK,
    {
      name: "a list item left open, a closing tag too many",
      files: { [HEADER]: `<ul><li>Home</ul></div>\n${WHOLE}` },
      expect: [
        "theme/header.html:1:5 `<li>` is not closed.",
        "theme/header.html:1:18 `</div>` closes nothing.",
      ],
    },
  ],
});

export const themeUnknownPlaceholder = defineCheck({
  code: "theme/unknown-placeholder",
  severity: "error",
  rule: "Every `{{name}}` of a partial is one that Demarche fills.",
  why: "A misspelt one would be printed as it stands, or silently leave its part out.",
  mend: "Correct the name, or remove it.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: { [HEADER]: '<p><a href="/">Home</a></p>\n{{navigaton}}\n' },
      expect: ["theme/header.html:2:1 `{{navigaton}}` is no placeholder."],
    },
  ],
});

export const themeMisplacedPlaceholder = defineCheck({
  code: "theme/misplaced-placeholder",
  severity: "error",
  rule: "A placeholder stands once, in an element that can hold it, and in no link.",
  why: "Two navigations of one name, or a link in a link, are not told apart by a screen reader and broken by browsers.",
  mend: "Move it out of the element that is named, or remove the second one.",
  examples: [
    OK,
    {
      name: "the navigation twice, the title in a link",
      files: {
        [HEADER]: '{{navigation}}\n<a href="/">{{title}}</a>\n{{colours}}',
        [FOOTER]: "{{navigation}}\n<p>{{edition}} {{licence}}</p>\n",
      },
      expect: [
        "theme/footer.html:1:1 `{{navigation}}` stands here a second time.",
        "theme/header.html:2:13 `{{title}}` cannot stand in `<a>`.",
      ],
    },
    {
      name: "a list in a paragraph",
      files: { [HEADER]: '<p><a href="/">Home</a> {{navigation}}</p>\n{{colours}}' },
      expect: ["theme/header.html:1:25 `{{navigation}}` cannot stand in `<p>`."],
    },
  ],
  *run({ index }) {
    const seen = new Set<PlaceholderName>();
    for (const partial of partialsOf(index.casebook.theme)) {
      for (const [node, holders] of walkWithHolders(partial.children, [])) {
        if (node.type !== "placeholder") continue;
        const holder = holders.find(
          (tag) => tag === "a" || (PLACEHOLDERS[node.name].isBlock && isPhrase(tag)),
        );
        const name = `\`{{${node.name}}}\``;
        if (seen.has(node.name)) {
          yield {
            message: `${name} stands here a second time.`,
            at: node.at,
            hint: "Remove one of the two.",
          };
        } else if (holder !== undefined) {
          yield {
            message: `${name} cannot stand in \`<${holder}>\`.`,
            at: node.at,
            hint: "Put it beside that element, or in a `<div>`.",
          };
        }
        seen.add(node.name);
      }
    }
  },
});

export const themeMissingLandmark = defineCheck({
  code: "theme/missing-landmark",
  severity: "error",
  rule: "Partials keep the navigation and a way home, and say something.",
  why: "Who does not see the page moves by its landmarks; a page without them is a dead end.",
  mend: "Write `{{navigation}}`, and `{{title}}` or a link to `/`, in one of the partials.",
  examples: [
    OK,
    {
      name: "a name only",
      files: { [HEADER]: "<p>Our institute</p>\n{{colours}}\n" },
      expect: [
        "theme/header.html:1:1 No partial has the site's navigation.",
        "theme/header.html:1:1 No partial leads home.",
      ],
    },
    {
      name: "nothing at all",
      files: { [FOOTER]: "\n" },
      expect: ["theme/footer.html:1:1 The partial is empty, so pages would have no footer."],
    },
  ],
  *run({ index, damaged }) {
    const { theme } = index.casebook;
    for (const [name, path] of Object.entries(THEME_PARTIALS)) {
      const partial = theme?.[name as keyof typeof THEME_PARTIALS];
      if (!partial || damaged.has(path) || [...walkPartial(partial.children)].some(saysSomething)) continue;
      yield {
        message: `The partial is empty, so pages would have no ${name}.`,
        at: positionOfFile(partial.source),
        hint: "Write what it should say, or remove the file.",
      };
    }
    const { header } = theme ?? {};
    if (!theme || !header || damaged.has(HEADER) || damaged.has(FOOTER)) return;
    yield* findLost(theme, header);
  },
});

export const themeMissingPart = defineCheck({
  code: "theme/missing-part",
  severity: "warning",
  rule: "Partials keep the choice of colours, the edition and the licence.",
  why: "Readers choose light or dark there; who cites or copies the site needs the other two.",
  mend: "Write the placeholder that is named in one of the partials.",
  examples: [
    OK,
    {
      name: "a footer with a postal address only",
      files: { [FOOTER]: "<p>Our institute, Example Road 1</p>\n" },
      expect: [
        "theme/footer.html:1:1 No partial has `{{edition}}`: title, authors and the edition's date.",
        "theme/footer.html:1:1 No partial has `{{licence}}`: the licence, and what the site was made with.",
      ],
    },
  ],
  *run({ index, damaged }) {
    const { theme } = index.casebook;
    if (!theme || damaged.has(HEADER) || damaged.has(FOOTER)) return;
    const needed: readonly (readonly [PlaceholderName, PagePartial | undefined])[] = [
      ["colours", theme.header],
      ["edition", theme.footer],
      ["licence", theme.footer],
    ];
    for (const [name, partial] of needed) {
      if (!partial || hasPlaceholder(theme, name)) continue;
      yield {
        message: `No partial has \`{{${name}}}\`: ${PLACEHOLDERS[name].says}.`,
        at: positionOfFile(partial.source),
        hint: `Write \`{{${name}}}\` where it should stand.`,
      };
    }
  },
});

function* findLost(theme: Theme, header: PagePartial): Generator<Finding> {
  const at = positionOfFile(header.source);
  if (!hasPlaceholder(theme, "navigation")) {
    yield {
      message: "No partial has the site's navigation.",
      at,
      hint: "Write `{{navigation}}` where it should stand.",
    };
  }
  const leadsHome = partialsOf(theme).some((partial) =>
    [...walkPartial(partial.children)].some(
      (node) =>
        node.type === "element" &&
        node.tag === "a" &&
        /^\/?(?:index\.html)?$/.test(node.attributes.href ?? "-"),
    ),
  );
  if (!leadsHome && !hasPlaceholder(theme, "title")) {
    yield {
      message: "No partial leads home.",
      at,
      hint: 'Write `{{title}}`, or a link with href="/".',
    };
  }
}

function partialsOf(theme: Theme | undefined): PagePartial[] {
  return [theme?.header, theme?.footer].filter((one) => one !== undefined);
}

/** Tells whether pages show a part: by a partial, or by the standard header or footer beside one. */
function hasPlaceholder(theme: Theme, name: PlaceholderName): boolean {
  return partialsOf(theme).some((partial) =>
    [...walkPartial(partial.children)].some((node) => node.type === "placeholder" && node.name === name),
  );
}

function saysSomething(node: PartialNode): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  return node.type === "placeholder" || node.tag === "img";
}

function* walkWithHolders(
  nodes: readonly PartialNode[],
  holders: readonly string[],
): Generator<[PartialNode, readonly string[]]> {
  for (const node of nodes) {
    yield [node, holders];
    if (node.type === "element") yield* walkWithHolders(node.children, [...holders, node.tag]);
  }
}

/** Elements that hold words only. */
function isPhrase(tag: string): boolean {
  return !["div", "li", "ol", "ul"].includes(tag);
}
