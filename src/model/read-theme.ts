import { z } from "zod";
import { parseColour } from "../base/colour.ts";
import type { Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { readYaml, type YamlTree } from "../read/yaml.ts";
import { readWith, text, withoutUndefined } from "./from-zod.ts";
import { readPartial } from "./read-partial.ts";
import { type SetColour, THEME_PARTIALS, THEME_TOKENS, type Theme } from "./theme.ts";
import { COLOUR_USES, type ColourToken, SCHEMES, type Scheme } from "./theme-colours.ts";

const colour = text.transform((value, context) => {
  const parsed = parseColour(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({
    code: "custom",
    message: `\`${value}\` is no opaque colour of sRGB`,
    params: { hint: 'Write a colour as CSS does, in quotation marks: "#17568f", "rgb(23 86 143)", "teal".' },
  });
  return z.NEVER;
});

const colours = z.strictObject(
  Object.fromEntries(
    Object.entries(COLOUR_USES).map(([name, use]) => [name, colour.optional().describe(use)]),
  ) as Record<ColourToken, z.ZodOptional<typeof colour>>,
);

/** A name that can stand in a style sheet between quotation marks. */
const family = text.refine((value) => /^[\p{L}\p{N} ._-]+$/u.test(value), {
  message: "it is no name of a typeface",
  params: { hint: "Write the name alone, without quotation marks or commas in it." },
});
const families = z.union([family.transform((one) => [one]), z.array(family).min(1)]);

const font = z.strictObject({
  family,
  file: text.refine((value) => /^assets\/.+\.woff2$/.test(value), {
    message: "it is no WOFF2 file below assets/",
    params: { hint: "Put the typeface into the casebook and name it, e.g. assets/fonts/inter.woff2." },
  }),
  weight: z.number().int().min(100).max(900).default(400),
  style: z.enum(["normal", "italic"]).default("normal"),
});

const schema = z.strictObject({
  light: colours.optional(),
  dark: colours.optional(),
  type: z
    .strictObject({
      text: families.optional().describe("typefaces of running text, the first choice first"),
      interface: families.optional().describe("typefaces of all that stands around it"),
      size: z.number().min(80).max(150).optional().describe("size of everything, in percent"),
      "line-height": z.number().min(1.3).max(2.2).optional().describe("in sizes of the type"),
    })
    .optional(),
  spacing: z
    .strictObject({
      measure: z.number().min(26).max(52).optional().describe("longest line of running text, in rem"),
      page: z.number().min(40).max(100).optional().describe("widest page, in rem"),
      radius: z.number().min(0).max(24).optional().describe("roundness of buttons and fields, in px"),
    })
    .optional(),
  fonts: z.array(font).optional(),
});

/** What `theme/tokens.yaml` may hold. */
export const themeSchema: z.ZodType = schema;

type RawTheme = z.output<typeof schema>;

/**
 * Returns what a casebook's `theme/` says, or undefined where it has none; what is wrong is reported. A part that cannot be
 * read leaves the standard one in its place.
 */
export function readTheme(read: (path: string) => Source | undefined, report: Report): Theme | undefined {
  const sources = {
    tokens: read(THEME_TOKENS),
    header: read(THEME_PARTIALS.header),
    footer: read(THEME_PARTIALS.footer),
  };
  const { tokens, header, footer } = sources;
  if (!tokens && !header && !footer) return undefined;
  return {
    ...readTokens(tokens, report),
    ...(header ? { header: readPartial(header, report) } : {}),
    ...(footer ? { footer: readPartial(footer, report) } : {}),
  };
}

function readTokens(source: Source | undefined, report: Report): Omit<Theme, "header" | "footer"> {
  const tree = source && readYaml(source, report);
  const raw: RawTheme = (tree && readWith(schema, tree, "theme", report)) ?? {};
  const { "line-height": lineHeight, ...type } = raw.type ?? {};
  return {
    colours: Object.fromEntries(
      SCHEMES.map((scheme) => [scheme, locate(raw[scheme] ?? {}, scheme, tree)]),
    ) as Record<Scheme, Map<ColourToken, SetColour>>,
    type: { ...withoutUndefined(type), ...(lineHeight === undefined ? {} : { lineHeight }) },
    spacing: withoutUndefined(raw.spacing ?? {}),
    fonts: tree
      ? (raw.fonts ?? []).map((one, i) => ({ ...one, at: tree.positionOf(["fonts", i, "file"]) }))
      : [],
  };
}

function locate(
  colours: NonNullable<RawTheme[Scheme]>,
  scheme: Scheme,
  tree: YamlTree | undefined,
): Map<ColourToken, SetColour> {
  const found = new Map<ColourToken, SetColour>();
  for (const [name, value] of Object.entries(colours)) {
    if (value !== undefined && tree) {
      found.set(name as ColourToken, { value, at: tree.positionOf([scheme, name]) });
    }
  }
  return found;
}
