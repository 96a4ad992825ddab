import { expect, it } from "vitest";
import { createAddresses } from "./source-address.ts";

it("gives every source an address of its own", () => {
  const ids = ["09TOKYO1185_a", "09tokyo1185_A", "a/b", "a:b", "..", "index.html", "日本", "x".repeat(200)];
  const addresses = [...createAddresses(ids).values()];
  expect(addresses.slice(0, 7)).toEqual([
    "sources/09tokyo1185_a/",
    "sources/09tokyo1185_a-2/",
    "sources/a-b/",
    "sources/a-b-2/",
    "sources/source/",
    "sources/index-html/",
    "sources/日本/",
  ]);
  expect(addresses[7]).toHaveLength("sources//".length + 80);
});
