import { suggest } from "../../base/nearest.ts";
import { type PagePartial, THEME_TOKENS, walkPartial } from "../../model/theme.ts";
import { defineCheck } from "../define-check.ts";

const OK = { name: "in order", files: { [THEME_TOKENS]: "spacing:\n  radius: 0\n" }, expect: [] };
const TEXT = "light:\n  paper: white\n";

export const themeUnknownKey = defineCheck({
  code: "theme/unknown-key",
  severity: "error",
  rule: "Every token of `theme/tokens.yaml` is one that the style sheets use.",
  why: "A misspelt token is silently without effect.",
  mend: "Correct the name; `docs/theming.md` lists all.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: { [THEME_TOKENS]: `${TEXT}  mutd: "#444444"\n` },
      expect: ["theme/tokens.yaml:3:3 `mutd` is not a key of `light`."],
    },
  ],
});

export const themeInvalidValue = defineCheck({
  code: "theme/invalid-value",
  severity: "error",
  rule: "Every token has a value of its kind: an opaque colour, names of typefaces, a number within its limits.",
  why: "A value that no browser understands leaves a page half themed.",
  mend: "Write it as the hint says.",
  examples: [
    OK,
    {
      name: "a colour that lets something shine through",
      files: { [THEME_TOKENS]: 'light:\n  paper: "rgb(255 255 255 / 50%)"\n' },
      expect: [
        "theme/tokens.yaml:2:10 `light.paper` is not as it should be: `rgb(255 255 255 / 50%)` is no opaque colour of sRGB.",
      ],
    },
    {
      name: "lines too near each other",
      files: { [THEME_TOKENS]: "type:\n  line-height: 1\n" },
      expect: ["theme/tokens.yaml:2:16 `type.line-height` is not as it should be: it is too small."],
    },
  ],
});

export const themeMissingKey = defineCheck({
  code: "theme/missing-key",
  severity: "error",
  rule: "A typeface of a theme has a name and a file.",
  why: "Without both no page can use it.",
  mend: "Add the key.",
  examples: [
    OK,
    {
      name: "no file",
      files: { [THEME_TOKENS]: "fonts:\n  - family: Example Sans\n" },
      expect: ["theme/tokens.yaml:2:5 `fonts.0.file` is missing."],
    },
  ],
});

export const themeMissingFile = defineCheck({
  code: "theme/missing-file",
  severity: "error",
  rule: "Files that a theme names are there.",
  why: "Every page would ask for a file that does not come.",
  mend: "Put the file into `assets/`, or correct its name.",
  examples: [
    {
      name: "in order",
      files: {
        "theme/footer.html": '<p>{{edition}} {{licence}} <img src="/assets/logo.svg" alt="Us"></p>\n',
        "assets/logo.svg": "",
      },
      expect: [],
    },
    {
      name: "a typeface and an image",
      files: {
        [THEME_TOKENS]: "fonts:\n  - {family: Example Sans, file: assets/example.woff2}\n",
        "theme/footer.html": '<p>{{edition}} {{licence}} <img src="/assets/logo.svg" alt="Us"></p>\n',
      },
      expect: [
        "theme/footer.html:1:28 `assets/logo.svg` is not there.",
        "theme/tokens.yaml:2:34 `assets/example.woff2` is not there.",
      ],
    },
  ],
  *run({ index }) {
    const { theme, assets } = index.casebook;
    if (!theme) return;
    const named = [
      ...theme.fonts.map(({ file, at }) => ({ file, at })),
      ...[theme.header, theme.footer].flatMap((partial) => (partial ? imagesOf(partial) : [])),
    ];
    for (const { file, at } of named) {
      if (assets.has(file)) continue;
      yield {
        message: `\`${file}\` is not there.`,
        at,
        hint: suggest(file, assets, "Put the file into assets/."),
      };
    }
  },
});

function imagesOf({ children }: PagePartial) {
  return [...walkPartial(children)].flatMap((node) => {
    const src = node.type === "element" ? node.attributes.src : undefined;
    return node.type === "element" && src !== undefined
      ? [{ file: src.replace(/^\//, ""), at: node.at }]
      : [];
  });
}
