import { LANE_CHART_RULES } from "./lane-chart.css.ts";
import {
  formatPalette,
  inlinePalette,
  LIGHT_PALETTE,
  type Palettes,
  STANDARD_PALETTES,
  TIER_COLOURS,
} from "./palette.ts";
import { PLOT_RULES } from "./plot.css.ts";
import { WORLD_RULES } from "./swatches.ts";

const FONT_FAMILY = "'Source Sans 3','Source Sans Pro',system-ui,sans-serif";

const COLOURS = Array.from({ length: TIER_COLOURS }, (_, i) => i);

/** The rules of the timeline, without the values of its custom properties. */
const TIMELINE_RULES = `
.tl{font-family:${FONT_FAMILY};font-variant-numeric:tabular-nums}
.tl text{fill:var(--fig-ink)}
.tl .tl-quiet{fill:var(--fig-muted)}
.tl .tl-halo{stroke:var(--fig-paper);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
.tl-paper,.tl-label-box{fill:var(--fig-paper)}
.tl-label-box{stroke:var(--fig-span-edge);stroke-width:0.75px}
.tl-band{fill:var(--fig-band)}
.tl .tl-value{stroke:var(--fig-paper);stroke-width:5px;stroke-linejoin:round;paint-order:stroke}
.tl-base,.tl-grid{stroke:var(--fig-grid);fill:none}
.tl-axis{stroke:var(--fig-span-edge);fill:none}
.tl-rule{stroke:var(--fig-rule);stroke-width:1.5px;stroke-dasharray:1.5 3.5;fill:none}
.tl-leader{stroke:var(--fig-span-edge);stroke-width:1px;fill:none}
.tl-mark{fill:var(--fig-ink);stroke:var(--fig-paper);stroke-width:1.5px}
.tl-mark-span{stroke:var(--fig-ink);stroke-width:2px}
.tl-line{stroke:var(--fig-line);stroke-width:1.75px;stroke-linejoin:round;fill:none}
.tl-point{fill:var(--fig-line);stroke:var(--fig-paper);stroke-width:1.25px}
.tl-riser{stroke:var(--fig-muted);stroke-width:1.5px;fill:none}
.tl-riser-far{stroke-dasharray:3 3}
.tl-step{stroke-width:6px;fill:none}
.tl-move{fill:var(--fig-ink);stroke:var(--fig-paper);stroke-width:2px;paint-order:stroke;stroke-linejoin:round}
.tl-hatch{stroke:var(--fig-span-edge);stroke-width:1px;stroke-opacity:0.45}
.tl-gap{stroke:var(--fig-span-edge);stroke-width:0.75px;stroke-dasharray:3 2}
.tl-span{fill:var(--fig-span);stroke:var(--fig-span-edge);stroke-width:1px}
${COLOURS.map((i) => `.tl-step.tier-r${i}{stroke:var(--fig-tier-${i})}`).join("\n")}
`;

const GRID_RULES = `
.tier-grid-region{direction:ltr;overflow-x:auto;max-width:100%;border:1px solid var(--fig-grid)}
.tier-grid{border-collapse:separate;border-spacing:0;background:var(--fig-paper);color:var(--fig-ink);font-variant-numeric:tabular-nums;line-height:1.3}
.tier-grid th,.tier-grid td{padding:0.2em 0.35em;border:0 solid var(--fig-paper);border-width:0 1px 1px 0}
.tier-grid td{min-width:2.2em;text-align:center}
.tier-grid thead th{font-size:0.85em;font-weight:400;color:var(--fig-muted)}
.tier-grid tbody th{position:sticky;inset-inline-start:0;z-index:1;text-align:start;font-weight:400;background:var(--fig-paper);white-space:nowrap;padding-inline-end:0.9em}
.tier-grid thead th:first-child{position:sticky;inset-inline-start:0;z-index:1;text-align:start;background:var(--fig-paper)}
.tier-grid .tier-none{color:var(--fig-muted)}
${COLOURS.map((i) => `.tier-r${i}:is(td,.tier-key-mark){background:var(--fig-tier-${i}-fill);color:var(--fig-tier-${i}-ink)}`).join("\n")}
.tier-key{display:flex;flex-wrap:wrap;gap:0.3em 1.2em;list-style:none;margin:0.5em 0;padding:0;color:var(--fig-ink)}
.tier-key-mark{display:inline-block;min-width:2em;padding:0 0.3em;margin-inline-end:0.4em;text-align:center}
.tier-key-mark.tier-none{color:var(--fig-muted);box-shadow:inset 0 0 0 1px var(--fig-grid)}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
@media print{.tier-grid-region{overflow:visible}.tier-grid td,.tier-key-mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** Shows the wide drawing of a pair where there is room for it, and in print; the narrow one elsewhere. */
const PAIR_RULES = `
svg.tl{display:block;max-width:100%;height:auto}
.tl-pair .tl-wide{display:none}
@media (min-width:48rem),print{.tl-pair .tl-wide{display:block}.tl-pair .tl-narrow{display:none}}
`;

/**
 * Returns the style sheet for figures inside of pages: custom properties `--fig-…` with light values, dark ones where the
 * reader's system or `data-theme="dark"` asks for them, and the rules of the timeline (`tl-…`), the tier grid (`tier-…`)
 * and the other drawings. Paper is white whatever a theme says, so print has the standard light colours.
 */
export function createFigureCss({ light, dark }: Palettes): string {
  return minify(
    `:root,[data-theme="light"]{${formatPalette(light)}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${formatPalette(dark)}}}
@media screen{[data-theme="dark"]{${formatPalette(dark)}}}
@media print{:root,[data-theme="light"]{${formatPalette(LIGHT_PALETTE)}}}
${PAIR_RULES}${TIMELINE_RULES}${GRID_RULES}${LANE_CHART_RULES}${WORLD_RULES}${PLOT_RULES}`,
  );
}

/** The same without a theme. */
export const FIGURE_CSS: string = createFigureCss(STANDARD_PALETTES);

/** The rules that drawings of a kind need beyond the timeline's. */
const RULES = {
  timeline: "",
  lanes: LANE_CHART_RULES,
  world: WORLD_RULES,
  plot: PLOT_RULES,
} as const;

/** Kinds of drawings, by the rules that they need. */
export type DrawingKind = keyof typeof RULES;

/**
 * Returns the rules inside of a drawing that is a file of its own: `adaptive` ones follow the reader's light or dark
 * system, `light` ones have no custom properties, which rasterizers lack.
 */
export function standaloneCss(
  kind: DrawingKind,
  theme: "adaptive" | "light" = "adaptive",
  { light, dark }: Palettes = STANDARD_PALETTES,
): string {
  const rules = TIMELINE_RULES + RULES[kind];
  if (theme === "light") return minify(inlinePalette(rules, light));
  return minify(`.tl{${formatPalette(light)}}
@media (prefers-color-scheme:dark){.tl{${formatPalette(dark)}}}${rules}`);
}

function minify(css: string): string {
  return css.replace(/\n+/g, "\n").trim();
}
