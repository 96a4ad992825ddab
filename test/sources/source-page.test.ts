import { beforeAll, describe, expect, it } from "vitest";
import { auditCasebook } from "../../src/pipeline.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { openFolder } from "../../src/serve/disk-folder.ts";

/** Pages below `sources/` of the example, by address. */
const pages = new Map<string, string>();

beforeAll(async () => {
  const { edition } = await auditCasebook(openFolder("examples/tip-report"));
  for (const { path, body } of edition ? renderSite(edition) : [])
    if (typeof body === "string" && path.endsWith("/index.html"))
      pages.set(path.replace(/index\.html$/, ""), body);
});

describe("a source's page", () => {
  it("says when and where a cable was sent, and which note rests on it", () => {
    const page = pages.get("sources/08tokyo1350/") ?? "";
    expect(page).toContain("<dt>Sent</dt><dd>May 2008, by its serial number</dd>");
    expect(page).toMatch(/<dt>From<\/dt><dd>Tokyo, <a href="..\/..\/countries\/jpn\/">Japan<\/a><\/dd>/);
    expect(page).toMatch(/href="\.\.\/\.\.\/case-studies\/japan\/#fn:08TOKYO1350"/);
  });

  it("is there for every note of the Japanese case that names a source, and every source leads to its own", () => {
    const japan = pages.get("case-studies/japan/") ?? "";
    const links = [...japan.matchAll(/class="note-source" href="\.\.\/\.\.\/(sources\/[^"]+)"/g)];
    expect(links.length).toBeGreaterThanOrEqual(38);
    for (const [, address] of links) expect(pages.has(address ?? ""), address).toBe(true);
    const list = pages.get("sources/") ?? "";
    expect(list).toMatch(/<li id="08TOKYO1350"[^>]*>(?:(?!<\/li>)[\s\S])*href="08tokyo1350\/"/);
  });
});
