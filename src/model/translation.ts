import type { Translation } from "./case.ts";

const NAME = /^(cases\/[^/]+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?:md|markdown|txt)$/;

/**
 * Returns of which file a case's file is a translation, by its name, and into which language: `cases/japan.ja.md` is that of
 * `cases/japan.md` into Japanese. Undefined where its name has no language or the folder does not hold the other file.
 */
export function findTranslation(
  path: string,
  paths: ReadonlySet<string>,
): (Translation & { readonly path: string }) | undefined {
  const [, stem, language] = NAME.exec(path) ?? [];
  if (stem === undefined || language === undefined) return undefined;
  const original = ["md", "markdown", "txt"]
    .map((ending) => `${stem}.${ending}`)
    .find((one) => paths.has(one));
  if (original === undefined) return undefined;
  return { of: stem.slice("cases/".length), language, path: original };
}
