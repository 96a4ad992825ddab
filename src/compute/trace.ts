import { formatDate } from "../base/edtf.ts";
import { type Place, type Position, placeOf } from "../base/source.ts";
import type { BibliographicSource } from "../model/bibliography.ts";
import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Entry } from "../model/entry.ts";
import type { CasebookIndex } from "./casebook-index.ts";
import type { Verdict } from "./checked-statement.ts";
import { citedSources, type SourceUse } from "./citations.ts";
import { type EvidenceCell, evidenceCells } from "./evidence.ts";
import type { InlineClaim } from "./inline-claims.ts";
import type { CheckedClaim } from "./named-claims.ts";
import { rowBasis } from "./row-basis.ts";

/** What a node of a trace is. New kinds may come; a reader of the JSON shows the label of one that it does not know. */
export type TraceKind =
  | "claim"
  | "statement"
  | "row"
  | "entry"
  | "source"
  | "case"
  | "note"
  | "query"
  | "more";

/** One step of the way from a statement to its sources, or back. */
export interface TraceNode {
  readonly kind: TraceKind;
  readonly id?: string;
  /** In words. */
  readonly label: string;
  readonly verdict?: Verdict;
  readonly place?: Pick<Place, "file" | "line" | "column" | "field">;
  /** Where in a source. */
  readonly locator?: string;
  readonly url?: string;
  readonly children: readonly TraceNode[];
}

/** What a trace is made from. */
export interface TraceInput {
  readonly index: CasebookIndex;
  readonly claims: readonly InlineClaim[];
  readonly named: readonly CheckedClaim[];
  readonly uses: ReadonlyMap<string, SourceUse>;
}

/** Most rows that a node lists; the rest is counted. */
const ROWS_LISTED = 30;

/**
 * Returns the tree from a claim (`alone-2004`, or `japan/grade-jpn-2004-is-2wl` for one without a name), an entry of the record
 * (`jpn-131`), a source or a case to what it rests on and what rests on it; undefined where nothing has the id.
 */
export function trace(input: TraceInput, id: string): TraceNode | undefined {
  const named = input.named.find(({ claim }) => claim.id === id);
  if (named) return traceNamed(input, named);
  const inline =
    input.claims.find((claim) => claim.key === id) ??
    input.claims.find((claim) => `${claim.caseId}#${claim.id}` === id);
  if (inline) return inline.named ? traceNamed(input, inline.named) : traceInline(input, inline);
  const source = input.index.casebook.sources.get(id);
  if (source) return traceSource(input, source);
  const entry = input.index.casebook.entries.find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (entry) return traceEntry(input, entry);
  const one = input.index.casebook.cases.find((each) => each.id === id);
  return one ? traceCase(input, one) : undefined;
}

/** Returns everything that can be traced, for suggestions. */
export function traceable({ index, claims, named }: TraceInput): string[] {
  return [
    ...named.map(({ claim }) => claim.id),
    ...index.casebook.sources.keys(),
    ...index.casebook.cases.map((one) => one.id),
    ...index.casebook.entries.map((entry) => entry.id),
    ...claims.map((claim) => claim.key),
  ];
}

function traceNamed(input: TraceInput, one: CheckedClaim): TraceNode {
  const { claim, question, answer, verdict, evidence } = one;
  const { sources } = input.index.casebook;
  const said = claim.source === undefined ? undefined : sources.get(claim.source);
  return {
    kind: "claim",
    id: claim.id,
    label: `${question}${claim.by === undefined ? "" : ` (according to ${claim.by})`}: ${answer}`,
    verdict,
    place: shortPlace(claim.at),
    children: [
      ...input.claims.filter((use) => use.named === one).map((use) => statementNode(use, [])),
      ...(said ? [sourceNode(said, claim.locator)] : []),
      ...rowNodes(input, evidence),
    ],
  };
}

function traceInline(input: TraceInput, claim: InlineClaim): TraceNode {
  return statementNode(claim, rowNodes(input, claim.evidence));
}

function statementNode(claim: InlineClaim, children: readonly TraceNode[]): TraceNode {
  return {
    kind: "statement",
    id: claim.named ? `${claim.caseId}#${claim.id}` : claim.key,
    label: claim.named ? `“${claim.text}”` : `“${claim.text}” – ${claim.question} ${claim.answer}`,
    verdict: claim.verdict,
    place: shortPlace(claim.at),
    children,
  };
}

function rowNodes(input: TraceInput, evidence: readonly Position[]): TraceNode[] {
  const { casebook } = input.index;
  const basis = rowBasis(casebook);
  const cells = evidenceCells(evidence);
  const nodes = cells.slice(0, ROWS_LISTED).map((cell): TraceNode => {
    const { sources = [], entries = [] } = basis.get(`${cell.file}:${cell.line}`) ?? {};
    const found = sources.flatMap((id) => casebook.sources.get(id) ?? []);
    const children = [
      ...entries.map((entry) => ({ ...entryNode(entry), children: entrySources(casebook, entry) })),
      ...found.map((source) => sourceNode(source)),
    ];
    return { ...rowNode(cell), children };
  });
  const rest = cells.length - ROWS_LISTED;
  return rest > 0 ? [...nodes, { kind: "more", label: `${rest} more rows`, children: [] }] : nodes;
}

function rowNode({ file, line, column, field, row }: EvidenceCell): TraceNode {
  const place = { file, line, column, ...(field === undefined ? {} : { field }) };
  return { kind: "row", label: row, place, children: [] };
}

function sourceNode(source: BibliographicSource, locator?: string): TraceNode {
  return {
    kind: "source",
    id: source.id,
    label: source.title ?? source.type,
    ...(locator === undefined ? {} : { locator }),
    ...(source.url === undefined ? {} : { url: source.url }),
    children: [],
  };
}

function traceSource(input: TraceInput, source: BibliographicSource): TraceNode {
  const { casebook } = input.index;
  const basis = rowBasis(casebook);
  const lines = new Set(
    [...basis].filter(([, { sources }]) => sources.includes(source.id)).map(([line]) => line),
  );
  const isOn = ({ file, line }: EvidenceCell): boolean => {
    const { sources = [], entries = [] } = basis.get(`${file}:${line}`) ?? {};
    return sources.includes(source.id) || entries.some((entry) => citesSource(entry, source.id));
  };
  const notes = (input.uses.get(source.id)?.notes ?? []).map(({ case: one, note }) =>
    noteNode(one, note, []),
  );
  const rows = [...lines].slice(0, ROWS_LISTED).map((line): TraceNode => {
    const at = line.lastIndexOf(":");
    const place = { file: line.slice(0, at), line: Number(line.slice(at + 1)), column: 1 };
    const text = casebook.files.get(place.file)?.text.split("\n")[place.line - 1] ?? "";
    return { kind: "row", label: text.trimEnd(), place, children: [] };
  });
  const more = lines.size - rows.length;
  return {
    ...sourceNode(source),
    ...{ place: shortPlace(source.at) },
    children: [
      ...notes,
      ...casebook.entries.flatMap((entry) => entriesCiting(entry, source.id)),
      ...rows,
      ...(more > 0 ? [{ kind: "more" as const, label: `${more} more rows`, children: [] }] : []),
      ...claimsOn(input, isOn, (claim) => claim.source === source.id),
    ],
  };
}

/** An entry's sources with their locators, the entries that it is linked to and those linked to it, the claims on it. */
function traceEntry(input: TraceInput, entry: Entry): TraceNode {
  const { casebook } = input.index;
  const sources = entrySources(casebook, entry);
  const linked = entry.links.map(({ relation, to }): TraceNode => {
    const target = casebook.entries.find((one) => one.id === to);
    const node = target ? entryNode(target) : { kind: "row" as const, label: to, children: [] };
    return { ...node, label: `${relation}: ${node.label}` };
  });
  const linking = casebook.entries.flatMap((one) =>
    one.links
      .filter(({ to }) => to === entry.id)
      .map(({ relation }): TraceNode => ({ ...entryNode(one), label: `${relation} this: ${one.summary}` })),
  );
  const basis = rowBasis(casebook);
  const claims = claimsOn(input, ({ file, line }) => basis.get(`${file}:${line}`)?.entries.includes(entry));
  return { ...entryNode(entry), children: [...sources, ...linked, ...linking, ...claims] };
}

/** The claims and statements that some of the cells that decided them lead to, without what they rest on. */
function claimsOn(
  input: TraceInput,
  isOn: (cell: EvidenceCell) => boolean | undefined,
  isSaidBy: (claim: CheckedClaim["claim"]) => boolean = () => false,
): TraceNode[] {
  const rests = (evidence: readonly Position[]): boolean => evidenceCells(evidence).some(isOn);
  return [
    ...input.named
      .filter((one) => isSaidBy(one.claim) || rests(one.evidence))
      .map((one): TraceNode => ({ ...traceNamed(input, one), children: [] })),
    ...input.claims
      .filter((claim) => claim.named === undefined && rests(claim.evidence))
      .map((claim) => statementNode(claim, [])),
  ];
}

function entrySources(casebook: Casebook, entry: Entry): TraceNode[] {
  return entry.sources.flatMap(({ source, locator }) => {
    const found = casebook.sources.get(source);
    return found ? [sourceNode(found, locator)] : [];
  });
}

function citesSource(entry: Entry, source: string): boolean {
  return entry.sources.some((one) => one.source === source);
}

/** An entry that rests on a source, with where in it; none where it does not. */
function entriesCiting(entry: Entry, source: string): TraceNode[] {
  const found = entry.sources.find((one) => one.source === source);
  if (!found) return [];
  return [{ ...entryNode(entry), ...(found.locator === undefined ? {} : { locator: found.locator }) }];
}

function entryNode(entry: Entry): TraceNode {
  const label = entry.date === undefined ? entry.summary : `${formatDate(entry.date)}: ${entry.summary}`;
  return { kind: "entry", id: entry.id, label, place: shortPlace(entry.at), children: [] };
}

function traceCase(input: TraceInput, one: Case): TraceNode {
  const { casebook } = input.index;
  const notes = one.document.notes.map((note) => {
    const cited = citedSources(casebook, note).flatMap((id) => casebook.sources.get(id) ?? []);
    return noteNode(
      one,
      note,
      cited.map((source) => sourceNode(source)),
    );
  });
  const claims = input.claims
    .filter((claim) => claim.caseId === one.id)
    .map((claim) => (claim.named ? traceNamed(input, claim.named) : traceInline(input, claim)));
  return {
    kind: "case",
    id: one.id,
    label: one.title,
    place: { file: one.document.source.path, line: 1, column: 1 },
    children: [...claims, ...notes],
  };
}

function noteNode(one: Case, note: Case["document"]["notes"][number], children: TraceNode[]): TraceNode {
  const at = { source: one.document.source, start: note.span.start, end: note.span.end };
  const label = note.number === undefined ? `note [^${note.label}]` : `note ${note.number}`;
  return { kind: "note", id: note.label, label: `${one.title}, ${label}`, place: shortPlace(at), children };
}

function shortPlace(at: Position): NonNullable<TraceNode["place"]> {
  const { file, line, column, field } = placeOf(at);
  return { file, line, column, ...(field === undefined ? {} : { field }) };
}
