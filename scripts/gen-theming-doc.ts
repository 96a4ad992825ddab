/** Writes the tables of docs/theming.md from the definitions of tokens, placeholders and classes. With --check it compares. */
import { readFileSync } from "node:fs";
import { PARTIAL_CLASSES, PLACEHOLDERS } from "../src/model/theme.ts";
import { COLOUR_USES, type ColourToken, STANDARD_COLOURS } from "../src/model/theme-colours.ts";
import { check } from "./generated.ts";

const FILE = "docs/theming.md";

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const tables: Readonly<Record<string, string>> = {
  colours: table(
    ["colour", "what for", "light", "dark"],
    Object.entries(COLOUR_USES).map(([name, use]) => {
      const of = (scheme: "light" | "dark") => `\`${STANDARD_COLOURS[scheme][name as ColourToken]}\``;
      return [`\`${name}\``, use, of("light"), of("dark")];
    }),
  ),
  placeholders: table(
    ["placeholder", "what it becomes"],
    Object.entries(PLACEHOLDERS).map(([name, { says }]) => [`\`{{${name}}}\``, says]),
  ),
  classes: table(
    ["class", "what it does"],
    Object.entries(PARTIAL_CLASSES).map(([name, does]) => [`\`${name}\``, does]),
  ),
};

const text = Object.entries(tables).reduce(
  (written, [name, rows]) =>
    written.replace(
      new RegExp(`<!-- ${name} -->[^]*?<!-- /${name} -->`),
      () => `<!-- ${name} -->\n${rows}\n<!-- /${name} -->`,
    ),
  readFileSync(FILE, "utf8"),
);
check(FILE, text);
