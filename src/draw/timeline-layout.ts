import type { Timeline } from "../compute/timeline.ts";
import { type DocumentShade, layoutDocumentShade } from "./document-shade.ts";
import { createFrame, type FigureFrame, labelledYears, lineHeight } from "./figure-frame.ts";
import type { FigureWording } from "./figure-words.ts";
import { type GovernmentPanel, layoutGovernmentPanel } from "./government-panel.ts";
import { type IndexPanel, layoutIndexPanel } from "./index-panel.ts";
import type { PlacedLabel } from "./label-block.ts";
import { type LawPanel, layoutLawPanel } from "./law-panel.ts";
import { layoutText, PANEL_GAP, type TextBlock } from "./panel-text.ts";
import { layoutTierPanel, type TierPanel } from "./tier-panel.ts";

/** Where everything of a timeline stands, in px from its top left corner. */
export interface TimelineScene {
  readonly frame: FigureFrame;
  readonly heightPx: number;
  readonly heading: readonly TextBlock[];
  readonly laws: LawPanel;
  /** Absent where the casebook has no index. */
  readonly index?: IndexPanel;
  readonly tiers: TierPanel;
  /** Absent where no government is recorded. */
  readonly governments?: GovernmentPanel;
  /** Absent where no year of the axis is known to lack documents. */
  readonly documents?: DocumentShade;
  /** The axis below the last panel. */
  readonly axisY: number;
  readonly yearLabels: readonly number[];
  /** All boxed labels, of laws and of governments. */
  readonly labels: readonly PlacedLabel[];
}

/**
 * Returns the layout of a timeline in a drawing `widthPx` wide (300 or more); its height follows from what there is to
 * show. `heading` lines stand above the panels, the first as a headline.
 */
export function layoutTimeline(
  timeline: Timeline,
  widthPx: number,
  { heading = [], wording }: { readonly heading?: readonly string[]; readonly wording?: FigureWording } = {},
): TimelineScene {
  const frame = createFrame(timeline, widthPx, wording);
  const blocks = layoutHeading(heading, frame);
  const headingBox = blocks.at(-1)?.box;
  const laws = layoutLawPanel(timeline.laws, frame, headingBox ? headingBox.y + headingBox.height + 14 : 2);
  const index = timeline.index ? layoutIndexPanel(timeline.index, frame, laws.bottom + PANEL_GAP) : undefined;
  const tiers = layoutTierPanel(timeline, frame, (index ?? laws).bottom + PANEL_GAP);
  const governments =
    timeline.governments.length > 0
      ? layoutGovernmentPanel(timeline.governments, frame, tiers.bottom + PANEL_GAP)
      : undefined;
  const axisY = (governments ?? tiers).bottom + 6;
  const axisBottom = axisY + 5 + lineHeight(frame.textFont);
  const documents = layoutDocumentShade(timeline.documents, frame, axisBottom + 6);
  return {
    frame,
    heightPx: Math.ceil((documents?.bottom ?? axisBottom) + 3),
    heading: blocks,
    laws,
    ...(index ? { index } : {}),
    tiers,
    ...(governments ? { governments } : {}),
    ...(documents ? { documents } : {}),
    axisY,
    yearLabels: labelledYears(frame),
    labels: [...laws.labels, ...(governments?.lanes.flatMap((lane) => lane.labels) ?? [])],
  };
}

/** Returns lines above the panels, the first as a headline. */
export function layoutHeading(lines: readonly string[], frame: FigureFrame): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    const above = blocks.at(-1)?.box;
    const font = above ? frame.textFont : { sizePx: frame.titleFont.sizePx + 4, weight: "semibold" as const };
    blocks.push(layoutText(line, font, frame, { top: above ? above.y + above.height : 2 }));
  }
  return blocks;
}
