import type { AnalysisResult } from "../compute/analysis/result.ts";
import { drawEvent } from "./event-plot.ts";
import { drawForest } from "./forest-plot.ts";
import { drawMatrix } from "./matrix-plot.ts";
import { drawScatter } from "./scatter.ts";
import { drawSurvival } from "./survival-plot.ts";
import type { Svg, TimelineOptions } from "./timeline.ts";

/** Returns the figure of an analysis, with the sentences that say what it shows; undefined where it has none. */
export function drawResult(
  { analysis, figure, summary }: AnalysisResult,
  options: TimelineOptions & { readonly hrefOf?: (country: string) => string | undefined },
): Svg | undefined {
  const text = { title: analysis.title, description: summary };
  switch (figure?.type) {
    case "forest":
      return drawForest(figure, text, options);
    case "curves":
      return drawSurvival(figure, text, options);
    case "event-study":
      return drawEvent(figure, text, options);
    case "matrix":
      return drawMatrix(figure, text, options);
    case "scatter":
      return drawScatter(figure.comparison, options);
    case undefined:
      return undefined;
  }
}
