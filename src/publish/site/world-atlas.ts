import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import isoCountries from "i18n-iso-countries";
import { createWorldGeometry, type WorldGeometry } from "../../draw/world-geometry.ts";

/** Areas of the atlas that have no ISO number, by their names in it, and the ids that casebooks give them. */
const DECLARED: ReadonlyMap<string, string> = new Map([["Kosovo", "XKX"]]);

let geometry: WorldGeometry | undefined;

/** Returns the world's shapes, of Natural Earth at 1:110 million with dots from 1:50 million; made when first asked for. */
export function readWorldGeometry(): WorldGeometry {
  geometry ??= createWorldGeometry(readAtlas("110m"), readAtlas("50m"), (id, name) =>
    id === undefined ? DECLARED.get(name) : isoCountries.numericToAlpha3(id),
  );
  return geometry;
}

function readAtlas(scale: string): unknown {
  const { resolve } = createRequire(import.meta.url);
  return JSON.parse(readFileSync(resolve(`world-atlas/countries-${scale}.json`), "utf8"));
}
