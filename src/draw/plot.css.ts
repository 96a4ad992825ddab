/** The rules of plots of results (`pl-…`) beyond those of the timeline, without the values of their custom properties. */
export const PLOT_RULES = `
.pl-bar,.pl-line{stroke:var(--fig-line);stroke-width:2px;fill:none}
.pl-mark{fill:var(--fig-line);stroke:var(--fig-paper);stroke-width:1px}
.pl-band{fill:var(--fig-line);fill-opacity:0.14}
.pl-1.pl-bar,.pl-1.pl-line{stroke:var(--fig-tier-2)}
.pl-1.pl-line{stroke-dasharray:6 3}
.pl-1.pl-mark{fill:var(--fig-paper);stroke:var(--fig-tier-2);stroke-width:2px}
.pl-1.pl-band{fill:var(--fig-tier-2)}
.pl-reference{stroke:var(--fig-ink);stroke-width:1px;stroke-dasharray:2 3;fill:none}
.pl-before{fill:var(--fig-band)}
.pl-cell{fill:var(--fig-line);stroke:var(--fig-grid);stroke-width:1px}
`;
