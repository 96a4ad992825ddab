import { type Box, doBoxesOverlap } from "./figure-frame.ts";

/** A label beside a point. All lengths in px. */
export interface PointLabel {
  readonly box: Box;
  /** From the point to the label, where it stands further off. */
  readonly leader?: Segment;
}

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A point to be labelled. */
export interface PointRequest {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Directions in the order in which they are tried: right, left, above, below, then the diagonals. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

const DISTANCES = [7, 14, 22, 32, 44, 60, 80];
/** From this distance on a line leads from the point to its label. */
const LEADER_FROM = 14;
const GAP = 2;

/**
 * Returns a place for each label, in the order of the requests; undefined where none is free.
 *
 * No label overlaps another, a point, or a line that leads to a label, and none leaves the frame. The points with the
 * most neighbours choose first; each takes the nearest free place.
 */
export function placePointLabels(
  requests: readonly PointRequest[],
  frame: Box,
  radiusPx: number,
): (PointLabel | undefined)[] {
  const dots = requests.map(({ x, y }) => ({
    x: x - radiusPx,
    y: y - radiusPx,
    width: 2 * radiusPx,
    height: 2 * radiusPx,
  }));
  const crowd = requests.map(
    ({ x, y }) => requests.filter((other) => Math.hypot(other.x - x, other.y - y) < 60).length,
  );
  const order = requests.map((_request, i) => i).sort((a, b) => (crowd[b] ?? 0) - (crowd[a] ?? 0) || a - b);
  const placed: (PointLabel | undefined)[] = requests.map(() => undefined);
  for (const i of order) {
    const request = requests[i];
    if (!request) continue;
    const taken = placed.flatMap((label) => label ?? []);
    const others = dots.filter((_dot, j) => j !== i);
    placed[i] = candidatesOf(request).find((label) => isFree(label, { taken, dots, others, frame }));
  }
  return placed;
}

function candidatesOf(request: PointRequest): PointLabel[] {
  const { x, y, widthPx, heightPx } = request;
  return DISTANCES.flatMap((distance) =>
    DIRECTIONS.map(([dx, dy]): PointLabel => {
      const reach = dx !== 0 && dy !== 0 ? distance * 0.75 : distance;
      const left = dx === 0 ? x - widthPx / 2 : dx > 0 ? x + reach : x - reach - widthPx;
      const top = dy === 0 ? y - heightPx / 2 : dy > 0 ? y + reach : y - reach - heightPx;
      const box = { x: left, y: top, width: widthPx, height: heightPx };
      if (distance < LEADER_FROM) return { box };
      const x2 = dx === 0 ? x : dx > 0 ? left : left + widthPx;
      const y2 = dy === 0 ? y : dy > 0 ? top : top + heightPx;
      return { box, leader: { x1: x, y1: y, x2, y2 } };
    }),
  );
}

interface Surroundings {
  readonly taken: readonly PointLabel[];
  readonly dots: readonly Box[];
  /** The dots of all other points. */
  readonly others: readonly Box[];
  readonly frame: Box;
}

function isFree({ box, leader }: PointLabel, { taken, dots, others, frame }: Surroundings): boolean {
  const isInside =
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height;
  if (!isInside) return false;
  const wide = { x: box.x - GAP, y: box.y, width: box.width + 2 * GAP, height: box.height };
  if (dots.some((dot) => doBoxesOverlap(wide, dot))) return false;
  if (taken.some((label) => doBoxesOverlap(wide, label.box))) return false;
  if (taken.some((label) => label.leader && crossesBox(label.leader, wide))) return false;
  if (!leader) return true;
  return ![...others, ...taken.map((label) => label.box)].some((other) => crossesBox(leader, other));
}

/** Tells whether a segment touches a box, by clipping it at the box's four sides (Liang and Barsky). */
export function crossesBox({ x1, y1, x2, y2 }: Segment, box: Box): boolean {
  let from = 0;
  let to = 1;
  const [dx, dy] = [x2 - x1, y2 - y1];
  for (const [step, room] of [
    [-dx, x1 - box.x],
    [dx, box.x + box.width - x1],
    [-dy, y1 - box.y],
    [dy, box.y + box.height - y1],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to;
}
