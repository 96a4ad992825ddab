/** A label to be placed: how big it is, and what it points at. All lengths in px. */
export interface LabelRequest {
  /** Where its leader line stands. */
  readonly anchorX: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Where a label went; in the order of the requests. */
export interface LabelPlace {
  /** Left edge of its box. */
  readonly x: number;
  /** 0 for the row next to the marks, rising away from them. */
  readonly row: number;
}

/** The room for labels. All lengths in px. */
export interface LabelFrame {
  readonly left: number;
  readonly right: number;
  /** Least horizontal distance between two boxes of a row. */
  readonly gapPx: number;
  /** How far inside its box a label's leader stands, and how far outside of other boxes. */
  readonly insetPx: number;
}

interface Item {
  readonly order: number;
  readonly anchor: number;
  readonly width: number;
  x: number;
  high: number;
}

/** More rows than this, and leaders may run behind boxes to save height. */
const MAX_CLEAR_ROWS = 12;

/**
 * Places labels in rows beside the marks they name, so that none overlaps another and none leaves the frame.
 *
 * Each label's box contains its anchor, so that its leader is one vertical line from the box to the mark. Rows are
 * filled from the marks outward: a row takes those labels whose boxes fit between the leaders that must still pass
 * to rows further out. Where anchors are so dense that no label of a row fits between leaders, or that this would
 * take more than 12 rows, rows are filled without regard to leaders; these then run behind opaque boxes. Within its
 * row each box moves as near to being centred on its anchor as its neighbours let it.
 *
 * Requests wider than the frame are not allowed; anchors outside of the frame are moved to its edge. No requests give
 * no places. As many rows are used as needed, at most one a label.
 */
export function placeLabels(requests: readonly LabelRequest[], frame: LabelFrame): LabelPlace[] {
  const clear = fillRows(requests, frame, true);
  const rowCount = (places: readonly LabelPlace[]) => Math.max(0, ...places.map(({ row }) => row + 1));
  if (rowCount(clear) <= MAX_CLEAR_ROWS) return clear;
  const dense = fillRows(requests, frame, false);
  return rowCount(dense) < rowCount(clear) ? dense : clear;
}

function fillRows(
  requests: readonly LabelRequest[],
  frame: LabelFrame,
  isClearOfLeaders: boolean,
): LabelPlace[] {
  const places: LabelPlace[] = new Array(requests.length);
  let waiting = requests
    .map((request, order) => ({
      order,
      anchor: Math.min(Math.max(request.anchorX, frame.left), frame.right),
      width: request.widthPx,
      x: 0,
      high: 0,
    }))
    .sort((a, b) => a.anchor - b.anchor || a.order - b.order);
  for (let row = 0; waiting.length > 0; row++) {
    const taken = fillRow(waiting, frame, isClearOfLeaders);
    const chosen = taken.length > 0 ? taken : fillRow(waiting, frame, false);
    centreRow(chosen, frame);
    for (const item of chosen) places[item.order] = { x: item.x, row };
    const isPlaced = new Set(chosen);
    waiting = waiting.filter((item) => !isPlaced.has(item));
  }
  return places;
}

/** Returns the items that a row takes, from the left, each as far left as it may stand, with the bounds of its box. */
function fillRow(waiting: readonly Item[], frame: LabelFrame, isClearOfLeaders: boolean): Item[] {
  const taken: Item[] = [];
  let cursor = frame.left;
  for (const [i, item] of waiting.entries()) {
    const previous = waiting[i - 1];
    const next = waiting[i + 1];
    const inset = Math.min(frame.insetPx, item.width / 2);
    let low = Math.max(frame.left, Math.min(item.anchor + inset, frame.right) - item.width);
    let high = Math.min(frame.right, Math.max(item.anchor - inset, frame.left) + item.width);
    if (isClearOfLeaders) {
      if (previous && taken.at(-1) !== previous) low = Math.max(low, previous.anchor + frame.insetPx);
      if (next) high = Math.min(high, next.anchor - frame.insetPx);
    }
    low = Math.max(low, cursor);
    if (low + item.width > high) continue;
    item.x = low;
    item.high = high;
    taken.push(item);
    cursor = low + item.width + frame.gapPx;
  }
  return taken;
}

/** Moves the boxes of a row toward their anchors; they keep their order, their gaps and their bounds. */
function centreRow(row: readonly Item[], frame: LabelFrame): void {
  let limit = Number.POSITIVE_INFINITY;
  for (const item of row.toReversed()) {
    const wish = item.anchor - item.width / 2;
    item.x = Math.max(item.x, Math.min(wish, item.high - item.width, limit - item.width));
    limit = item.x - frame.gapPx;
  }
}
