import type { Diagnostic } from "../base/diagnostic.ts";
import type { CasebookIndex } from "../compute/casebook-index.ts";
import type { SourceUse } from "../compute/citations.ts";
import type { Exhibits } from "../compute/exhibits.ts";
import type { InlineClaim } from "../compute/inline-claims.ts";
import { caseAddress } from "../compute/links.ts";
import type { CheckedClaim } from "../compute/named-claims.ts";
import type { Case } from "../model/case.ts";
import type { InlineDirective } from "../read/document.ts";

/** A casebook with what is known of it before its claims are asked: enough for the pages that no verdict stands on. */
export interface RecordEdition {
  readonly index: CasebookIndex;
  readonly exhibits: Exhibits;
  readonly uses: ReadonlyMap<string, SourceUse>;
  /** It makes statements that are checked. */
  readonly hasStatements: boolean;
}

/** A checked casebook with what was computed from it: all that publishing needs. */
export interface Edition extends RecordEdition {
  /** Statements of prose with their verdicts, by their node. */
  readonly claims: ReadonlyMap<InlineDirective, InlineClaim>;
  /** Named claims with their verdicts, in the order of their files. */
  readonly named: readonly CheckedClaim[];
  /** Warnings and notes that are published with the pages. */
  readonly findings: readonly Diagnostic[];
  /** Paths of the PDFs that are published with it; absent where none were made. */
  readonly prints?: ReadonlySet<string>;
}

/** A file of the published site. */
export interface Artifact {
  /** Relative to the output folder, forward slashes, e.g. `case-studies/japan/index.html`. */
  readonly path: string;
  /** A function where making the bytes takes long; it gives the same bytes each time. */
  readonly body: string | Uint8Array | (() => Promise<Uint8Array>);
}

/** Returns where a case's PDF lies, e.g. `case-studies/japan/japan.pdf`, `case-studies/japan/ja/japan.ja.pdf`. */
export function casePrintPath(one: Case): string {
  if (one.translation) return `${caseAddress(one)}${one.translation.of}.${one.translation.language}.pdf`;
  return `${caseAddress(one)}${one.slug.value.split("/").at(-1)}.pdf`;
}

/** Where the PDF of the whole casebook lies. */
export const BOOK_PATH = "book.pdf";
