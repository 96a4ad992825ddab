import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Paths of the print's own typefaces, which every print has. All under the SIL Open Font License, which allows embedding. */
export const PRINT_FONTS: readonly string[] = [
  ...["Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt"].map((face) =>
    require.resolve(`source-serif/TTF/SourceSerif4-${face}.ttf`),
  ),
  ...["Regular", "It", "Semibold", "SemiboldIt", "Bold"].map((face) =>
    require.resolve(`source-sans/TTF/SourceSans3-${face}.ttf`),
  ),
];
