import { drawElement } from "./markup.ts";
import { TIER_COLOURS } from "./palette.ts";

/** A way to fill an area, told apart by pattern and by lightness as well as by colour: `tier-0` … or `step-0` … */
export type Swatch = `tier-${number}` | `step-${number}` | "none";

/** How many steps from dark to light there are beside the tiers' colours. */
export const STEP_SWATCHES = 4;

/** What lies over the fill, on a tile of 6 by 6. */
const DOTS = "M1.5 1.5h.01M4.5 4.5h.01";
const LINES = "M-1 7L7 -1M-1 1L1 -1M5 7L7 5";
const BACK_LINES = "M-1 -1L7 7M-1 5L1 7M5 -1L7 1";

const MARKS: Readonly<Record<string, string>> = {
  "tier-1": DOTS,
  "tier-2": LINES,
  "step-1": LINES,
  "step-2": DOTS,
  none: BACK_LINES,
};

const SWATCHES: readonly Swatch[] = [
  ...Array.from({ length: TIER_COLOURS }, (_, i): Swatch => `tier-${i}`),
  ...Array.from({ length: STEP_SWATCHES }, (_, i): Swatch => `step-${i}`),
  "none",
];

/** Returns the patterns of the swatches that a drawing uses; their ids are the prefix, a hyphen and the swatch. */
export function drawSwatches(idPrefix: string, used: ReadonlySet<Swatch>): string {
  const patterns = SWATCHES.filter((one) => used.has(one)).map((one) => {
    const rect = drawElement("rect", { width: 6, height: 6, class: `sw-${one}` });
    const mark = MARKS[one];
    const lines = mark === undefined ? "" : drawElement("path", { d: mark, class: `sw-mark sw-mark-${one}` });
    const size = { width: 6, height: 6, patternUnits: "userSpaceOnUse" };
    return drawElement("pattern", { id: `${idPrefix}-${one}`, ...size }, rect + lines);
  });
  return drawElement("defs", {}, patterns.join(""));
}

/** Returns the fill that a swatch of {@link drawSwatches} gives. */
export function swatchFill(idPrefix: string, swatch: Swatch): string {
  return `url(#${idPrefix}-${swatch})`;
}

/** The rules of swatches (`sw-…`), maps (`wm-…`) and column charts (`cc-…`), without the values of their properties. */
export const WORLD_RULES: string = `
${Array.from({ length: TIER_COLOURS }, (_, i) => `.sw-tier-${i}{fill:var(--fig-tier-${i}-fill)}`).join("\n")}
.sw-mark{fill:none;stroke-width:1px;stroke-linecap:round}
.sw-mark-tier-1{stroke:var(--fig-tier-1);stroke-width:1.5px}
.sw-mark-tier-2{stroke:var(--fig-tier-2)}
.sw-step-0{fill:var(--fig-line)}
.sw-step-1,.sw-step-2,.sw-step-3{fill:var(--fig-span)}
.sw-mark-step-1{stroke:var(--fig-line);stroke-width:1.5px}
.sw-mark-step-2{stroke:var(--fig-line);stroke-width:1.5px}
.sw-none{fill:var(--fig-paper)}
.sw-mark-none{stroke:var(--fig-span-edge);stroke-opacity:0.55}
.wm-sea{fill:var(--fig-band)}
.wm-land{stroke:var(--fig-rule);stroke-width:1px;stroke-linejoin:round}
.wm-dot{stroke:var(--fig-ink);stroke-width:1.2px;r:4.5px}
@media (max-width:40rem){.wm-inline .wm-dot{r:8px;stroke-width:2px}}
.cc-bar{stroke:var(--fig-span-edge);stroke-width:0.75px}
.cc-zero{stroke:var(--fig-ink);stroke-width:1px}
.tl .cc-text{stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
${Array.from({ length: TIER_COLOURS }, (_, i) => `.tl .cc-tier-${i}{fill:var(--fig-tier-${i}-ink);stroke:var(--fig-tier-${i}-fill)}`).join("\n")}
.tl .cc-step-0{fill:var(--fig-paper);stroke:var(--fig-line)}
.tl .cc-step-1,.tl .cc-step-2,.tl .cc-step-3{stroke:var(--fig-span)}
`;
