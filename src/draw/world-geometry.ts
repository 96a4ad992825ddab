import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** The countries of a map, projected and rounded once for all the maps of a build. */
export interface WorldGeometry {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Path units in one px: coordinates are whole numbers on a finer grid. */
  readonly unitsPerPx: number;
  readonly shapes: readonly WorldShape[];
  /** Places that are too small to be seen as areas. */
  readonly dots: readonly WorldDot[];
}

export interface WorldShape {
  /** Absent for areas that have no code of their own. */
  readonly country?: string;
  readonly name: string;
  /** Path data, relative, in path units. */
  readonly d: string;
}

export interface WorldDot {
  readonly country: string;
  readonly name: string;
  /** In px. */
  readonly x: number;
  readonly y: number;
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Width of the map's own coordinates. */
const WIDTH = 960;
const UNITS_PER_PX = 2;
/** Room above and below, so that outlines and dots are drawn whole. */
const PAD_PX = 6;
/** Areas below this many square px get a dot as well. */
const SMALL_PX2 = 14;
/** Antarctica, whose area nobody grades and which would take a fifth of the map. */
const LEFT_OUT = new Set(["010"]);

/** States that neither atlas has, at their capitals, in degrees east and north. */
const BEYOND_ATLAS: readonly { country: string; name: string; at: [number, number] }[] = [
  { country: "TUV", name: "Tuvalu", at: [179.2, -8.5] },
];

/**
 * Returns the world in the Equal Earth projection (Šavrič, Patterson and Jenny 2018), in which areas are true to each
 * other. Shapes are those of the coarse atlas; countries that only the fine one has, and those that are very small, are
 * dots at the middle of their area. `codeOf` turns an atlas id and name into a country id; areas without one keep their name.
 */
export function createWorldGeometry(
  coarse: unknown,
  fine: unknown,
  codeOf: (id: string | undefined, name: string) => string | undefined,
): WorldGeometry {
  const large = featuresOf(coarse as Atlas);
  const units = WIDTH * UNITS_PER_PX;
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(units, { type: "Sphere" });
  const path = geoPath(projection);
  const [[, north], [, south]] = path.bounds({ type: "FeatureCollection", features: large });
  const [shiftX, shiftY] = projection.translate();
  projection.translate([shiftX, shiftY - north + PAD_PX * UNITS_PER_PX]);
  const shapes: WorldShape[] = [];
  const dots: WorldDot[] = [];
  const drawn = new Set<string>();
  const dotOf = (one: (typeof large)[number], country: string): WorldDot => {
    const [x, y] = path.centroid(one);
    return { country, name: one.properties.name, x: round(x / UNITS_PER_PX), y: round(y / UNITS_PER_PX) };
  };
  for (const one of large) {
    const { name } = one.properties;
    const country = codeOf(idOf(one), name);
    const d = relativePath(path(one) ?? "");
    if (d !== "") shapes.push({ ...(country === undefined ? {} : { country }), name, d });
    if (country === undefined) continue;
    drawn.add(country);
    if (path.area(one) / UNITS_PER_PX ** 2 < SMALL_PX2) dots.push(dotOf(one, country));
  }
  const isNew = (id: string | undefined, name: string): boolean => !drawn.has(codeOf(id, name) ?? "");
  for (const one of featuresOf(fine as Atlas, isNew)) {
    const country = codeOf(idOf(one), one.properties.name);
    if (country === undefined || drawn.has(country)) continue;
    drawn.add(country);
    dots.push(dotOf(one, country));
  }
  for (const { country, name, at } of BEYOND_ATLAS) {
    const [x, y] = projection(at) ?? [0, 0];
    if (!drawn.has(country))
      dots.push({ country, name, x: round(x / UNITS_PER_PX), y: round(y / UNITS_PER_PX) });
  }
  return {
    widthPx: WIDTH,
    heightPx: Math.ceil((south - north) / UNITS_PER_PX) + 2 * PAD_PX,
    unitsPerPx: UNITS_PER_PX,
    shapes,
    dots,
  };
}

/** Only what is kept is decoded: the fine atlas has ten times the points. */
function featuresOf(atlas: Atlas, keep: (id: string | undefined, name: string) => boolean = () => true) {
  const { countries } = atlas.objects;
  const geometries = countries.geometries.filter(
    (one) => !LEFT_OUT.has(idOf(one) ?? "") && keep(idOf(one), nameIn(one.properties)),
  );
  return feature(atlas, { ...countries, geometries }).features;
}

function idOf(one: { readonly id?: string | number | undefined }): string | undefined {
  return one.id === undefined ? undefined : String(one.id);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Returns an absolute path as whole-numbered steps; points that fall together, and rings without an area, are dropped. */
function relativePath(d: string): string {
  let result = "";
  for (const ring of d.split("M").slice(1)) {
    const points = ring
      .replace(/Z$/, "")
      .split("L")
      .map((pair) => pair.split(",").map((one) => Math.round(Number(one))) as [number, number]);
    let [x, y] = points[0] ?? [0, 0];
    const steps: string[] = [];
    let text = `M${x} ${y}`;
    for (const [px, py] of points.slice(1)) {
      const [dx, dy] = [px - x, py - y];
      if (dx === 0 && dy === 0) continue;
      steps.push(dy < 0 ? `${dx}${dy}` : `${dx} ${dy}`);
      [x, y] = [px, py];
    }
    if (steps.length < 2) continue;
    text += `l${steps.reduce((all, one) => all + (one.startsWith("-") ? "" : " ") + one)}`;
    result += `${text}z`;
  }
  return result;
}

function nameIn(properties: object | undefined): string {
  return properties && "name" in properties ? String(properties.name) : "";
}
