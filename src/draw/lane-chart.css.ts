import { TIER_COLOURS } from "./palette.ts";

const COLOURS = Array.from({ length: TIER_COLOURS }, (_, i) => i);

/** The rules of the lane chart (`lc-…`) beyond those of the timeline, without the values of its custom properties. */
export const LANE_CHART_RULES = `
.lc-cell{stroke:var(--fig-paper);stroke-width:1px}
.lc-dot,.lc-bar{fill:var(--fig-line);stroke:var(--fig-line);stroke-width:1.25px}
.lc-mark.lc-hollow .lc-dot,.lc-mark.lc-hollow .lc-bar,.lc-key.lc-hollow .lc-dot{fill:var(--fig-paper)}
.tl a.lc-mark:hover .lc-dot,.tl a.lc-mark:hover .lc-bar,.tl a.lc-mark:focus-visible .lc-dot,.tl a.lc-mark:focus-visible .lc-bar{stroke:var(--fig-ink);stroke-width:3px}
.tl a.lc-mark:focus-visible{outline:none}
${COLOURS.map((i) => `.lc-cell.tier-r${i}{fill:var(--fig-tier-${i}-fill)}\n.tl text.lc-ink-${i}{fill:var(--fig-tier-${i}-ink)}`).join("\n")}
`;
