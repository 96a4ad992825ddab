import { findNearest } from "../base/nearest.ts";
import { panelByColumns, V_DEM, WDI } from "./panel-shapes.ts";
import { AID, CABLES, GRANTS, LEADERS, POSTS } from "./record-shapes.ts";
import {
  CRIMINALIZATION,
  DAC_LIST,
  POLICY_INDEX,
  RECOMMENDATIONS,
  TIERS,
  TIERS_OF_A_YEAR,
} from "./scorecard-shapes.ts";
import type { ImportKind, Shape } from "./shape.ts";
import type { ImportOptions } from "./work.ts";

/** The shapes, the more particular first. */
export const SHAPES: readonly Shape[] = [
  POLICY_INDEX,
  TIERS,
  TIERS_OF_A_YEAR,
  CRIMINALIZATION,
  DAC_LIST,
  RECOMMENDATIONS,
  WDI,
  V_DEM,
  LEADERS,
  GRANTS,
  AID,
  CABLES,
  POSTS,
];

/** Returns the shape of a header among those of a kind; columns that the user names make a shape of their own. */
export function findShape(
  header: readonly string[],
  kind: ImportKind,
  options: ImportOptions,
): Shape | undefined {
  const named = kind === "panel" ? panelByColumns(options) : undefined;
  if (named) return fits(named, header) ? named : undefined;
  return SHAPES.find((shape) => (kind === "all" || shape.kind === kind) && fits(shape, header));
}

function fits({ needs, lacks = [] }: Shape, header: readonly string[]): boolean {
  return needs.every((name) => header.includes(name)) && !lacks.some((name) => header.includes(name));
}

/** Returns in words which columns were seen, which shape is nearest, what it lacks, and what to do. */
export function explainUnknown(
  name: string,
  titles: readonly string[],
  header: readonly string[],
  kind: ImportKind,
  options: ImportOptions,
): { message: string; hint: string } {
  const seen = titles
    .slice(0, 20)
    .map((title) => `\`${title.trim()}\``)
    .join(", ");
  const message = `The shape of ${name} is not known. Its columns: ${seen}${titles.length > 20 ? ` and ${titles.length - 20} more` : ""}.`;
  const other =
    kind === "all" ? undefined : SHAPES.find((shape) => shape.kind !== kind && fits(shape, header));
  if (other) return { message, hint: `It is ${other.label}: demarche import ${other.kind} ${name}` };
  const candidates = [
    panelByColumns(options) ?? [],
    ...SHAPES.filter((shape) => kind === "all" || shape.kind === kind),
  ].flat();
  const possible = candidates.filter(({ lacks = [] }) => !lacks.some((name) => header.includes(name)));
  const scored = possible.map((shape) => {
    const lacking = shape.needs.filter((need) => !header.includes(need));
    return { shape, lacking, share: 1 - lacking.length / shape.needs.length };
  });
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (found, one) => (found && found.share >= one.share ? found : one),
    undefined,
  );
  const ways = kind === "panel" ? " Or name its columns with --country, --year and --value." : "";
  if (!best || best.share === 0) return { message, hint: `No known shape has any of them.${ways}` };
  const lacking = best.lacking.map((need) => {
    const near = header.find((one) => one.split("_").includes(need)) ?? findNearest(need, header);
    return near === undefined
      ? `\`${need}\``
      : `\`${need}\` (is it \`${titles[header.indexOf(near)]?.trim()}\`?)`;
  });
  return {
    message,
    hint: `Nearest is ${best.shape.label}, which lacks ${lacking.join(", ")}.${ways}`,
  };
}
