import { suggest } from "../base/nearest.ts";
import type { Position } from "../base/source.ts";
import type { Case } from "../model/case.ts";
import { type InlineDirective, plainText } from "../read/document.ts";
import type { CasebookIndex } from "./casebook-index.ts";
import type { CheckedStatement, Unclear } from "./checked-statement.ts";
import type { CheckedClaim } from "./named-claims.ts";
import { checkStatement } from "./statement.ts";
import { keyOfStatement } from "./statement-key.ts";

/** A statement in prose that was held against the record. */
export interface InlineClaim extends CheckedStatement {
  /** `claim-1`, `claim-2` … in reading order; its anchor on the page. */
  readonly id: string;
  /** A `:grade` or `:value` by what it says, e.g. `japan/grade-jpn-2004-is-2wl`; the id of the claim of a `:claim`. */
  readonly key: string;
  readonly caseId: string;
  /** Language of its words. */
  readonly language: string;
  readonly kind: "grade" | "value" | "claim";
  /** Of a `:claim` the named claim that it refers to. */
  readonly named?: CheckedClaim;
  /** The words of the statement, e.g. "Tier 2". */
  readonly text: string;
  readonly node: InlineDirective;
  readonly at: Position;
}

/** A directive that states nothing that can be checked, with the reason. */
export interface UnclearClaim extends Unclear {
  readonly kind: "grade" | "value" | "claim";
  readonly at: Position;
}

/**
 * Returns every `:grade`, `:value` and `:claim` of the cases with its verdict, in reading order, and those that are
 * unclear. `named` are the claims to which a `:claim` can refer, by id.
 */
export function computeInlineClaims(
  index: CasebookIndex,
  named: ReadonlyMap<string, CheckedClaim> = new Map(),
): {
  claims: InlineClaim[];
  unclear: UnclearClaim[];
} {
  const claims: InlineClaim[] = [];
  const unclear: UnclearClaim[] = [];
  const counts = new Map<Case, number>();
  for (const { one, node } of index.prose.of("inline-directive")) {
    if (node.name !== "grade" && node.name !== "value" && node.name !== "claim") continue;
    const at = { source: one.document.source, start: node.start, end: node.end };
    const statement = {
      country: one.country,
      values: node.attributes.values,
      words: plainText(node.label),
      language: one.language,
    };
    const result: NamedStatement | Unclear =
      node.name === "claim"
        ? findNamed(named, node.attributes.id ?? node.attributes.values.id)
        : checkStatement(index, node.name, statement);
    if ("hint" in result) {
      unclear.push({ kind: node.name, ...result, at });
      continue;
    }
    const count = (counts.get(one) ?? 0) + 1;
    counts.set(one, count);
    claims.push({
      id: `claim-${count}`,
      key: result.asked ? `${one.id}/${keyOfStatement(result.asked)}` : (result.named?.claim.id ?? ""),
      caseId: one.id,
      language: one.language,
      kind: node.name,
      text: plainText(node.label).replace(/\s+/g, " "),
      ...result,
      node,
      at,
    });
  }
  return { claims, unclear };
}

/** A statement; where it makes a named claim, with that claim. */
type NamedStatement = CheckedStatement & { readonly named?: CheckedClaim };

function findNamed(
  named: ReadonlyMap<string, CheckedClaim>,
  id: string | undefined,
): NamedStatement | Unclear {
  const found = id === undefined ? undefined : named.get(id);
  if (!found) {
    return {
      message: id === undefined ? "The statement does not name a claim." : `\`${id}\` is not a named claim.`,
      hint: suggest(id ?? "", named.keys(), "Name a claim of claims.yaml: `:claim[words]{#its-id}`."),
      lacks: "data",
    };
  }
  const { question, answer, verdict, evidence } = found;
  return { question, answer, verdict, evidence, states: [], named: found };
}
