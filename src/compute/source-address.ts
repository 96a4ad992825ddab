import type { Casebook } from "../model/casebook.ts";

/** Longest name of a folder that is made from an id. */
const MAX_LENGTH = 80;

interface Addresses {
  readonly byId: ReadonlyMap<string, string>;
  readonly all: ReadonlySet<string>;
}

const made = new WeakMap<Casebook, Addresses>();

/**
 * Returns the address of a source's page, e.g. `sources/09tokyo1185_a/`: its id in lower case, with hyphens for what does
 * not belong into an address, and a number where two ids would share one. Undefined where there is no such source.
 */
export function sourceAddress(casebook: Casebook, id: string): string | undefined {
  return addressesOf(casebook).byId.get(id);
}

/** Tells whether an address is that of a source's page. */
export function isSourceAddress(casebook: Casebook, address: string): boolean {
  return addressesOf(casebook).all.has(address);
}

function addressesOf(casebook: Casebook): Addresses {
  let found = made.get(casebook);
  if (!found) {
    const byId = createAddresses(casebook.sources.keys());
    found = { byId, all: new Set(byId.values()) };
    made.set(casebook, found);
  }
  return found;
}

/** Returns the addresses of ids, each of its own. */
export function createAddresses(ids: Iterable<string>): Map<string, string> {
  const addresses = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const plain = id
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_]+/gu, "-")
      .slice(0, MAX_LENGTH)
      .replace(/^-+|-+$/g, "");
    const name = plain || "source";
    let free = name;
    for (let i = 2; taken.has(free); i++) free = `${name}-${i}`;
    taken.add(free);
    addresses.set(id, `sources/${free}/`);
  }
  return addresses;
}

/** Returns the address of the page of a source's text, below the source's own. */
export function documentAddress(casebook: Casebook, id: string): string | undefined {
  const address = sourceAddress(casebook, id);
  return address === undefined ? undefined : `${address}text/`;
}
