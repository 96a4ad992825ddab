import type { Folder } from "../base/effects.ts";
import { createSource } from "../base/source.ts";
import { readConfig } from "../model/read-config.ts";
import { readCountries } from "../model/read-countries.ts";
import { readText } from "../read/text.ts";
import type { ExistingCasebook } from "./work.ts";

/** Returns what an import needs to know of a casebook; what is wrong with it is for `check` to say. */
export function viewCasebook(folder: Folder | undefined): ExistingCasebook {
  const ignore = () => undefined;
  const read = (path: string) => {
    const bytes = folder?.read(path);
    return bytes ? readText(path, bytes, ignore).text : undefined;
  };
  const countries = read("countries.csv");
  const config = read("casebook.yaml");
  const parsed = config === undefined ? undefined : readConfig(createSource("casebook.yaml", config), ignore);
  return {
    ...(parsed ? { config: parsed } : {}),
    countries: readCountries(
      countries === undefined ? undefined : createSource("countries.csv", countries),
      ignore,
    ),
    text: read,
  };
}
