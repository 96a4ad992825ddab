import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { codePointsOf } from "./font-coverage.ts";

const require = createRequire(import.meta.url);

/** A typeface for scripts that Demarche's own faces lack. It is read only where a text needs it. */
export interface ScriptFont {
  readonly family: string;
  /** Paths of its faces, the regular one first. */
  readonly files: readonly string[];
}

interface KnownFont {
  readonly family: string;
  readonly package: string;
  /** Folder of the faces, from that of the package. */
  readonly folder: string;
  readonly faces: readonly string[];
  /** Languages whose forms of letters it has: for them it comes before others. */
  readonly languages: readonly string[];
}

/** What a text is set in besides {@link chooseFonts}' own faces. */
export interface FontChoice {
  readonly fonts: readonly ScriptFont[];
  /** Characters that no typeface has, each once, in the order of their code points. */
  readonly missing: readonly string[];
}

/** All under the SIL Open Font License. Those of Korean and Chinese are large, and used where somebody has installed them. */
const KNOWN: readonly KnownFont[] = [
  font(
    "Noto Naskh Arabic",
    "@embedpdf/fonts-arabic",
    "fonts",
    ["NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"],
    ["ar", "fa", "ur", "ps", "ku"],
  ),
  font(
    "Noto Sans Hebrew",
    "@embedpdf/fonts-hebrew",
    "fonts",
    ["NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"],
    ["he", "yi"],
  ),
  font(
    "Noto Serif Devanagari",
    "@expo-google-fonts/noto-serif-devanagari",
    "",
    ["400Regular/NotoSerifDevanagari_400Regular.ttf", "700Bold/NotoSerifDevanagari_700Bold.ttf"],
    ["hi", "mr", "ne", "sa"],
  ),
  font(
    "BIZ UDMincho",
    "@expo-google-fonts/biz-udmincho",
    "",
    ["400Regular/BIZUDMincho_400Regular.ttf", "700Bold/BIZUDMincho_700Bold.ttf"],
    ["ja"],
  ),
  font(
    "Noto Sans KR",
    "@embedpdf/fonts-kr",
    "fonts",
    ["NotoSansKR-Regular.otf", "NotoSansKR-Bold.otf"],
    ["ko"],
  ),
  font(
    "Noto Sans Hans",
    "@embedpdf/fonts-sc",
    "fonts",
    ["NotoSansHans-Regular.otf", "NotoSansHans-Bold.otf"],
    ["zh"],
  ),
];

/** What every typeface has. */
const ASCII = /[\x20-\x7e]+/g;

/** Characters that leave no mark or that a typesetter makes itself. */
const UNDRAWN = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;

/**
 * Returns which typefaces a text needs besides `own`, the files of those it is set in, and what none of them has.
 * Typefaces for the text's language come first: Chinese, Japanese and Korean share code points, not forms.
 */
export function chooseFonts(text: string, own: readonly string[], language = ""): FontChoice {
  let missing = [...new Set(text.replace(ASCII, ""))].filter(
    (one) => !UNDRAWN.test(one) && !isCovered(own, one),
  );
  const fonts: ScriptFont[] = [];
  if (missing.length === 0) return { fonts, missing };
  const subtag = language.split("-", 1)[0]?.toLowerCase() ?? "";
  const known = [...KNOWN].sort(
    (a, b) => Number(b.languages.includes(subtag)) - Number(a.languages.includes(subtag)),
  );
  for (const one of known) {
    const files = findFaces(one);
    const rest = missing.filter((character) => !isCovered(files.slice(0, 1), character));
    if (rest.length === missing.length) continue;
    fonts.push({ family: one.family, files });
    missing = rest;
  }
  return { fonts, missing: missing.sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)) };
}

/** Returns a package whose typefaces may have a character that the installed ones lack. */
export function fontPackageFor(character: string): string | undefined {
  if (/\p{Script=Hangul}/u.test(character)) return "@embedpdf/fonts-kr";
  return /\p{Script=Han}/u.test(character) ? "@embedpdf/fonts-sc" : undefined;
}

function isCovered(files: readonly string[], character: string): boolean {
  return files.some((file) => codePointsOf(file).has(character.codePointAt(0) ?? 0));
}

/** Returns the paths of a typeface's faces; none where its package is not installed. */
function findFaces({ package: name, folder, faces }: KnownFont): string[] {
  try {
    // Some packages do not export their files, so they are found beside what is exported.
    const main = require.resolve(name);
    const root = main.slice(0, main.lastIndexOf(join("node_modules", name))) + join("node_modules", name);
    return faces.map((face) => join(dirname(join(root, "package.json")), folder, face));
  } catch {
    return [];
  }
}

function font(
  family: string,
  name: string,
  folder: string,
  faces: readonly string[],
  languages: readonly string[],
): KnownFont {
  return { family, package: name, folder, faces, languages };
}
