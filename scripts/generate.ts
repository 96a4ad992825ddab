/** Writes every generated file: boundaries, font metrics, docs, schemas. With --check it only compares. */
import "./gen-boundaries.ts";
import "./gen-checks-doc.ts";
import "./gen-glyph-outlines.ts";
import "./gen-methods-doc.ts";
import "./gen-schemas.ts";
import "./gen-theming-doc.ts";
