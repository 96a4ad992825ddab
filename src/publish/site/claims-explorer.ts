import type { InlineClaim } from "../../compute/inline-claims.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { casesOfClaim } from "./claim-uses.ts";
import { type RowValues, renderExplorerForm } from "./explorer.ts";
import type { Html } from "./html.ts";

/** Returns the form that narrows the list of statements; `unnamed` are those that stand in prose alone. */
export function renderClaimsForm(edition: Edition, unnamed: readonly InlineClaim[]): Html {
  const wording = siteWording(edition);
  const { words } = wording;
  const rows = [...edition.named.map((one) => valuesOfNamed(edition, one)), ...unnamed.map(valuesOfUnnamed)];
  return renderExplorerForm({
    label: words.filterClaims,
    count: words.claimsShown(rows.length),
    wording,
    rows,
    facets: [
      {
        name: "verdict",
        label: words.verdict,
        all: words.allOf,
        options: (["fails", "not-in-record", "holds"] as const).map((value) => ({
          value,
          label: words[value],
        })),
      },
      {
        name: "kind",
        label: words.kind,
        all: words.allOf,
        options: Object.entries(words.claimKinds).map(([value, label]) => ({ value, label })),
      },
      {
        name: "case",
        label: words.caseOfClaim,
        all: words.allOf,
        options: edition.index.casebook.cases.map((one) => ({ value: one.id, label: one.title })),
      },
    ],
  });
}

/** Returns the values of a named statement: its cases are those that refer to it, and the one in whose header it stands. */
export function valuesOfNamed(edition: Edition, one: CheckedClaim): RowValues {
  const uses = casesOfClaim(edition, one);
  const cases = one.claim.caseId === undefined ? uses : [one.claim.caseId, ...uses];
  return { verdict: [one.verdict], kind: [one.claim.question.kind], case: [...new Set(cases)] };
}

/** Returns the values of a statement that stands in prose alone. */
export function valuesOfUnnamed(claim: InlineClaim): RowValues {
  return { verdict: [claim.verdict], kind: [claim.kind], case: [claim.caseId] };
}
