import { Failure } from "../../base/effects.ts";
import { suggest } from "../../base/nearest.ts";
import { type TraceNode, trace, traceable } from "../../compute/trace.ts";
import { auditCasebook } from "../../pipeline.ts";
import { openFolder } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { print } from "../console.ts";

/** Prints what a claim, a source or a case rests on and what rests on it, as a tree or as JSON. */
export async function traceCommand(
  id: string,
  dir: string,
  options: { format: "tree" | "json" },
): Promise<number> {
  const { edition } = await auditCasebook(openFolder(dir, defaultOutFolder(dir)));
  if (!edition) {
    throw new Failure("The casebook cannot be read.", { hint: "`demarche check` says why.", exitCode: 3 });
  }
  const input = {
    index: edition.index,
    claims: [...edition.claims.values()],
    named: edition.named,
    uses: edition.uses,
  };
  const tree = trace(input, id);
  if (!tree) {
    throw new Failure(`There is no claim, entry, source or case ${id}.`, {
      hint: suggest(
        id,
        traceable(input),
        "Name a claim (`alone-2004`, `japan/grade-jpn-2004-is-2wl`), an entry, a source or a case.",
      ),
      exitCode: 2,
    });
  }
  print(
    options.format === "json" ? `${JSON.stringify({ version: 1, trace: tree }, undefined, 2)}\n` : draw(tree),
  );
  return 0;
}

function draw(root: TraceNode): string {
  const lines: string[] = [];
  const add = (node: TraceNode, first: string, rest: string): void => {
    lines.push(first + describe(node));
    node.children.forEach((child, i) => {
      const isLast = i === node.children.length - 1;
      add(child, `${rest}${isLast ? "└─ " : "├─ "}`, `${rest}${isLast ? "   " : "│  "}`);
    });
  };
  add(root, "", "");
  return `${lines.join("\n")}\n`;
}

function describe({ kind, id, label, verdict, place, locator, url }: TraceNode): string {
  const where = place && `${place.file}:${place.line}:${place.column}${place.field ? ` ${place.field}` : ""}`;
  const parts = [
    kind === "more" ? "…" : kind,
    kind === "note" || id?.includes("#") ? undefined : id,
    verdict === undefined ? undefined : `[${verdict}]`,
    label,
    locator,
    where && `(${where})`,
    url && `<${url}>`,
  ];
  return parts
    .filter((part) => part !== undefined && part !== "")
    .join(" ")
    .replace(/\p{Cc}+/gu, " ");
}
