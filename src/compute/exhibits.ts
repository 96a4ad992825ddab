import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Block, Figure, Image, Inline, LeafDirective, Table } from "../read/document.ts";
import type { CasebookIndex } from "./casebook-index.ts";

/** A numbered figure or table of a case. */
export interface Exhibit {
  readonly kind: "figure" | "table";
  /** Its anchor on the page; unique among the case's exhibits. */
  readonly id: string;
  /** A number that the author typed is kept. */
  readonly number: string;
  /** Its name in English, e.g. "Figure 1". */
  readonly label: string;
  readonly isNumberTyped: boolean;
  /** As the author wrote it; empty where the caption is left to Demarche. */
  readonly caption: readonly Inline[];
  readonly content: ExhibitContent;
  readonly node: Block;
  readonly caseId: string;
}

/** Figures and tables that are computed for a country. */
export type ComputedExhibit = "timeline" | "cycle" | "statistics" | "grades" | "tests";

export type ExhibitContent =
  | { readonly type: ComputedExhibit; readonly country: string }
  | { readonly type: "analysis"; readonly analysis: string }
  | { readonly type: "image"; readonly image: Image }
  | { readonly type: "written-table"; readonly table: Table };

/** The exhibits of a casebook. */
export interface Exhibits {
  readonly byNode: ReadonlyMap<Block, Exhibit>;
  readonly byCase: ReadonlyMap<string, readonly Exhibit[]>;
}

/** Computed figures and tables that `::figure{…}` and `::table{…}` may name. */
export const EXHIBIT_NAMES = {
  figure: ["timeline", "cycle"],
  table: ["statistics", "grades", "tests"],
} as const;

/**
 * Returns all numbered figures and tables, in order of appearance.
 *
 * Numbers run from 1 in each case, for figures and tables apart, over those whose number is not typed. A written
 * table without a caption is not numbered. A directive that names nothing known, or no country, is left out.
 */
export function collectExhibits(index: CasebookIndex): Exhibits {
  const byNode = new Map<Block, Exhibit>();
  const byCase = new Map<string, Exhibit[]>();
  for (const one of index.casebook.cases) {
    const list = collectCase(index, one);
    byCase.set(one.id, list);
    for (const exhibit of list) byNode.set(exhibit.node, exhibit);
  }
  return { byNode, byCase };
}

/** Returns the exhibit that `timeline` (in the given case) or `japan#timeline` names. */
export function findExhibit(exhibits: Exhibits, caseId: string, target: string): Exhibit | undefined {
  const hash = target.indexOf("#");
  const from = hash > 0 ? target.slice(0, hash) : caseId;
  const id = hash >= 0 ? target.slice(hash + 1) : target;
  return exhibits.byCase.get(from)?.find((exhibit) => exhibit.id === id);
}

/** Tells whether an image's path is one that the computed timeline stands for. */
export function standsForTimeline(casebook: Casebook, href: string, country: string | undefined): boolean {
  if (country === undefined) return false;
  return casebook.config.timeline.standsFor.some((pattern) =>
    [country, country.toLowerCase()].some((id) => href === pattern.replaceAll("{country}", id)),
  );
}

type Draft = Omit<Exhibit, "number" | "label" | "isNumberTyped" | "id"> & {
  readonly typedNumber: string | undefined;
  readonly wish: string;
};

function collectCase({ casebook, prose }: CasebookIndex, one: Case): Exhibit[] {
  const drafts: Draft[] = [];
  for (const node of prose.inCase(one)) {
    const draft =
      node.type === "figure"
        ? draftFigure(casebook, one, node)
        : node.type === "table"
          ? draftTable(one, node)
          : node.type === "leaf-directive"
            ? draftDirective(casebook, one, node)
            : undefined;
    if (draft) drafts.push(draft);
  }
  return numberExhibits(drafts);
}

function numberExhibits(drafts: readonly Draft[]): Exhibit[] {
  const counts = { figure: 0, table: 0 };
  const typed = new Set(drafts.flatMap((d) => (d.typedNumber ? [`${d.kind} ${d.typedNumber}`] : [])));
  const ids = new Set<string>();
  return drafts.map(({ typedNumber, wish, ...draft }) => {
    let number = typedNumber;
    if (number === undefined) {
      do counts[draft.kind]++;
      while (typed.has(`${draft.kind} ${counts[draft.kind]}`));
      number = String(counts[draft.kind]);
    }
    let id = wish;
    for (let n = 2; ids.has(id); n++) id = `${wish}-${n}`;
    ids.add(id);
    const word = draft.kind === "figure" ? "Figure" : "Table";
    return { ...draft, id, number, label: `${word} ${number}`, isNumberTyped: typedNumber !== undefined };
  });
}

function draftFigure(casebook: Casebook, one: Case, node: Figure): Draft {
  const isTimeline = standsForTimeline(casebook, node.image.href, one.country);
  return {
    kind: "figure",
    wish: node.attributes?.id ?? node.image.attributes?.id ?? (isTimeline ? "timeline" : "figure"),
    typedNumber: node.caption?.typedNumber,
    caption: node.caption?.children ?? [],
    content: isTimeline
      ? { type: "timeline", country: one.country ?? "" }
      : { type: "image", image: node.image },
    node,
    caseId: one.id,
  };
}

function draftTable(one: Case, node: Table): Draft | undefined {
  if (!node.caption) return undefined;
  return {
    kind: "table",
    wish: node.attributes?.id ?? "table",
    typedNumber: node.caption.typedNumber,
    caption: node.caption.children,
    content: { type: "written-table", table: node },
    node,
    caseId: one.id,
  };
}

function draftDirective(casebook: Casebook, one: Case, node: LeafDirective): Draft | undefined {
  if (node.name !== "figure" && node.name !== "table") return undefined;
  const { analysis } = node.attributes.values;
  if (analysis !== undefined) return draftAnalysis(casebook, one, node, analysis);
  const name = node.attributes.words[0] ?? "";
  const country = node.attributes.values.country ?? one.country;
  const isKnown = (EXHIBIT_NAMES[node.name] as readonly string[]).includes(name);
  if (!isKnown || country === undefined || !casebook.countries.has(country)) return undefined;
  return {
    kind: node.name,
    wish: node.attributes.id ?? name,
    typedNumber: undefined,
    caption: node.label,
    content: { type: name as ComputedExhibit, country },
    node,
    caseId: one.id,
  };
}

function draftAnalysis(
  casebook: Casebook,
  one: Case,
  node: LeafDirective,
  analysis: string,
): Draft | undefined {
  if (!casebook.analyses.has(analysis)) return undefined;
  return {
    kind: node.name === "table" ? "table" : "figure",
    wish: node.attributes.id ?? `${node.name}-${analysis}`,
    typedNumber: undefined,
    caption: node.label,
    content: { type: "analysis", analysis },
    node,
    caseId: one.id,
  };
}
