import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The package does not export its files. */
const ARABIC = join(dirname(require.resolve("@embedpdf/fonts-arabic")), "../fonts");

/** Paths of the print's typefaces. All under the SIL Open Font License, which allows embedding. */
export const PRINT_FONTS: readonly string[] = [
  ...["Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt"].map((face) =>
    require.resolve(`source-serif/TTF/SourceSerif4-${face}.ttf`),
  ),
  ...["Regular", "It", "Semibold", "SemiboldIt", "Bold"].map((face) =>
    require.resolve(`source-sans/TTF/SourceSans3-${face}.ttf`),
  ),
  ...["Regular", "Bold"].map((face) => join(ARABIC, `NotoNaskhArabic-${face}.ttf`)),
];
