/** Writes every generated file: boundaries, font metrics, docs. With --check it only compares. */
import "./gen-boundaries.ts";
import "./gen-checks-doc.ts";
import "./gen-glyph-outlines.ts";
