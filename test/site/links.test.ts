import { describe, expect, test } from "vitest";
import { resolveHref } from "../../src/compute/links.ts";
import { linkTo } from "../../src/publish/site/addresses.ts";
import { createTinyEdition } from "../support/tiny-edition.ts";

const edition = await createTinyEdition({
  japan: "title: Japan\nslug: case-studies/japan\n\nText.\n",
  greece: "title: Greece\n\nText.\n",
});
const [, japan] = edition.index.casebook.cases;

function resolve(href: string): unknown {
  if (!japan) throw new Error("no case");
  return resolveHref(edition.index, japan, href);
}

describe("an address in prose leads to", () => {
  test.each([
    ["https://example.org/a?b#c", { kind: "external", href: "https://example.org/a?b#c" }],
    ["//example.org/", { kind: "external", href: "//example.org/" }],
    ["mailto:a@example.org", { kind: "external", href: "mailto:a@example.org" }],
    ["javascript:alert(1)", { kind: "unsafe", href: "javascript:alert(1)" }],
    ["java\nscript:alert(1)", { kind: "unsafe", href: "java\nscript:alert(1)" }],
    [" data:text/html,x", { kind: "unsafe", href: " data:text/html,x" }],
    ["#back%20ground", { kind: "anchor", id: "back ground" }],
    ["greece.md", { kind: "page", address: "cases/greece/", caseId: "greece" }],
    ["/cases/greece.md#top", { kind: "page", address: "cases/greece/", caseId: "greece", id: "top" }],
    ["/case-studies/japan", { kind: "page", address: "case-studies/japan/", caseId: "japan" }],
    ["case-studies/japan/", { kind: "page", address: "case-studies/japan/", caseId: "japan" }],
    ["/countries/jpn/", { kind: "page", address: "countries/jpn/" }],
    ["/sources/#report-1", { kind: "page", address: "sources/", id: "report-1" }],
    ["/", { kind: "page", address: "" }],
    ["/assets/map.png", { kind: "asset", path: "assets/map.png", suffix: "" }],
    ["assets/map.png", { kind: "asset", path: "assets/map.png", suffix: "" }],
    ["../assets/map.png?v=2", { kind: "asset", path: "assets/map.png", suffix: "?v=2" }],
    [
      "/files/paper%20one.pdf#page=3",
      { kind: "asset", path: "assets/files/paper one.pdf", suffix: "#page=3" },
    ],
    ["../../../assets/map.png", { kind: "asset", path: "assets/map.png", suffix: "" }],
    ["/files/nothing.png", { kind: "missing", path: "/files/nothing.png" }],
    ["/countries/xxx/", { kind: "missing", path: "/countries/xxx/" }],
    ["%E0%A4%A", { kind: "missing", path: "%E0%A4%A" }],
  ])("%j", (href, target) => {
    expect(resolve(href)).toEqual(target);
  });
});

test.each([
  ["", "countries/jpn/", undefined, "countries/jpn/"],
  ["", "", undefined, "./"],
  ["countries/jpn/", "", undefined, "../../"],
  ["countries/jpn/", "countries/", undefined, "../"],
  ["countries/jpn/", "countries/jpn/timeline.svg", undefined, "timeline.svg"],
  ["case-studies/japan/", "countries/jpn/", "grades", "../../countries/jpn/#grades"],
  ["a/", "b/c d#.png", undefined, "../b/c%20d%23.png"],
  ["a/", "b/", "fn:x y#", "../b/#fn:x%20y%23"],
])("from %j to %j at %j is %j", (page, target, id, link) => {
  expect(linkTo(page, target, id)).toBe(link);
});
