import type { Code, Finding, Severity } from "../base/diagnostic.ts";
import type { CasebookIndex } from "../compute/casebook-index.ts";
import type { SourceUse } from "../compute/citations.ts";
import type { Exhibits } from "../compute/exhibits.ts";
import type { InlineClaim, UnclearClaim } from "../compute/inline-claims.ts";
import type { CheckedClaim } from "../compute/named-claims.ts";

/** All that a check may look at. */
export interface CheckContext {
  readonly index: CasebookIndex;
  readonly exhibits: Exhibits;
  readonly uses: ReadonlyMap<string, SourceUse>;
  readonly claims: readonly InlineClaim[];
  readonly unclear: readonly UnclearClaim[];
  /** Named claims with their verdicts, in the order of their files. */
  readonly named: readonly CheckedClaim[];
  /** Files of which reading could not take in a part, which was reported. What follows from that is not reported. */
  readonly damaged: ReadonlySet<string>;
}

/** A small casebook that shows a check at work. Its files stand beside those of {@link BASE_FILES}. */
export interface CheckExample {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** `file:line:column message` of each finding of this check; empty for a casebook that is in order. */
  readonly expect: readonly string[];
}

/** One kind of finding: the rule, why it matters, how to mend it, and examples that are its tests and its documentation. */
export interface Check {
  readonly code: Code;
  readonly severity: Severity;
  /** The rule in one sentence. */
  readonly rule: string;
  /** Why it matters. */
  readonly why: string;
  /** How to mend a casebook that breaks it. */
  readonly mend: string;
  readonly examples: readonly [CheckExample, CheckExample, ...CheckExample[]];
  /** It is only looked for when somebody asks, e.g. with `check --uncovered`. */
  readonly isOnRequest?: true;
  /** It is found where PDFs are made, by `build --pdf` and `check --pdf`. */
  readonly isFoundInPrint?: true;
  /** Looks for it in a casebook. Absent where reading or printing finds it. */
  readonly run?: (context: CheckContext) => Iterable<Finding>;
}

/** Returns the check; the one place that a definition's shape is tested. */
export function defineCheck(check: Check): Check {
  return check;
}

/** The casebook to which an example's files are added; it has no finding of its own. */
export const BASE_FILES: Readonly<Record<string, string>> = {
  "casebook.yaml": `title: A casebook
url: https://example.org/
years: 2001-2015
scorecard:
  name: Trafficking in Persons Report
  short: TIP Report
  grader: US Department of State
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - {id: 2WL, label: Tier 2 Watch List, since: 2004, aliases: [Watch List]}
    - {id: 3, label: Tier 3}
`,
};
