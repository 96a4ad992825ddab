/** Folders with a page for each of many things that are alike; what lies below such a page is a kind of its own. */
const OF_MANY =
  /^((?:.*\/)?(?:analyses|case-studies|cases|compare|countries|entries|sources|world\/map)\/)[^/]+\//;

/** Statements of a case have its name in their address. */
const STATEMENT = /^((?:.*\/)?claims\/)(?:[^/]+\/)+/;

/** Returns of which kind the page at an address is, e.g. `countries/x/embed/timeline/` for that of Japan. */
export function kindOfPage(address: string): string {
  return address.replace(STATEMENT, "$1x/").replace(OF_MANY, "$1x/");
}

/** Returns the first address of each kind; `nameOf` may say what of an address tells its kind. */
export function onePageOfEachKind(
  addresses: readonly string[],
  nameOf: (address: string) => string = (address) => address,
): string[] {
  const kinds = new Map<string, string>();
  for (const address of addresses) {
    const kind = kindOfPage(nameOf(address));
    if (!kinds.has(kind)) kinds.set(kind, address);
  }
  return [...kinds.values()];
}
