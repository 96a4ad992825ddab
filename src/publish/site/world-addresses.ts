import type { Tier } from "../../model/scorecard.ts";

/** The address of the pages about all countries. */
export const WORLD_ADDRESS = "world/";

/** Returns the address of the map of a year, e.g. `world/map/2004/`. */
export function mapAddress(year: number): string {
  return `${WORLD_ADDRESS}map/${year}/`;
}

/** Returns the anchor of a tier's countries on a page of a year, e.g. `tier-2wl`. */
export function tierAnchor(tier: Tier): string {
  return `tier-${tier.id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/** The address of the map of the years in which countries came into the report. */
export const JOINED_ADDRESS = `${WORLD_ADDRESS}joined/`;
