import { describe, expect, test } from "vitest";
import { createTinyEdition, renderCase, renderProse } from "../support/tiny-edition.ts";

describe("notes", () => {
  const text =
    "One[^b] two[^a] three[^b].\n\n[^a]: First written.\n[^b]: Second written.\n[^c]: Never used.\n";

  test("are numbered by first reference and keep their labels in the anchors", async () => {
    const prose = await renderProse(text);
    expect(prose).toContain(
      '<sup class="note-reference" id="fnref:b"><a href="#fn:b" role="doc-noteref" aria-label="Note 1">1</a></sup>',
    );
    expect(prose).toContain('id="fnref:a"><a href="#fn:a" role="doc-noteref" aria-label="Note 2">2</a>');
    expect(prose).toContain('id="fnref2:b"><a href="#fn:b" role="doc-noteref" aria-label="Note 1">1</a>');
    expect(prose.indexOf('<li id="fn:b">')).toBeLessThan(prose.indexOf('<li id="fn:a">'));
  });

  test("link back to each of their references", async () => {
    const prose = await renderProse(text);
    expect(prose).toContain('href="#fnref:b" role="doc-backlink" aria-label="Back to reference 1 to note 1"');
    expect(prose).toContain(
      'href="#fnref2:b" role="doc-backlink" aria-label="Back to reference 2 to note 1"',
    );
    expect(prose).toContain('href="#fnref:a" role="doc-backlink" aria-label="Back to note 2"');
  });

  test("without a reference are kept, without a number", async () => {
    expect(await renderProse(text)).toMatch(/<ul>\s*<li id="fn:c">\s*<p>Never used\.<\/p>/);
  });

  test("that name a source lead to it", async () => {
    const prose = await renderProse("One[^report-1:13].\n\n[^report-1:13]: Page 13.\n");
    expect(prose).toContain('href="../../sources/report-1/" aria-label="Source: The report"');
  });
});

describe("headings", () => {
  const levelsOf = (prose: string): string[] =>
    [...prose.matchAll(/<h([2-6]) id="([^"]+)"/g)].map((m) => `${m[1]} ${m[2]}`);

  test("go down one level at a time below the title, whatever the author began with", async () => {
    expect(levelsOf(await renderProse("# A\n\n### B\n\n## C\n\nText.\n"))).toEqual(["2 a", "3 b", "3 c"]);
    expect(levelsOf(await renderProse("### A\n\n## B\n\n#### C\n\nText.\n"))).toEqual(["2 a", "2 b", "3 c"]);
  });

  test("that repeat the title are not shown twice", async () => {
    const prose = await renderProse("# Japan\n\n## Background\n\nText.\n");
    expect(prose.match(/>Japan</g)).toHaveLength(1);
    expect(levelsOf(prose)).toEqual(["2 background"]);
  });

  test("have contents where the author asked for them, or where there are three", async () => {
    const nav = '<nav class="contents" aria-label="Contents">';
    expect(await renderProse("## A\n\n## B\n\nText.\n")).not.toContain(nav);
    const automatic = await renderProse("## A\n\n## B[^1]\n\n### C\n\nText.\n\n[^1]: Note.\n");
    expect(automatic).toContain(
      `${nav}\n<details>\n<summary>Contents</summary>\n<ol>\n<li><a href="#a">A</a></li>\n<li><a href="#b">B</a><ol>\n<li><a href="#c">C</a></li>\n</ol>\n</li>\n</ol>\n</details>\n</nav>`,
    );
    const placed = await renderProse("Before.\n\n[TOC]\n\n## A\n\nText.\n");
    expect(placed.indexOf("Before.")).toBeLessThan(placed.indexOf(nav));
    expect(placed.match(/<nav/g)).toHaveLength(1);
  });
});

describe("text", () => {
  test("is escaped", async () => {
    const prose = await renderProse('A < B & "C" `<script>` [x](/assets/map.png \'a "b"\')\n');
    expect(prose).toContain("A &lt; B &amp;");
    expect(prose).toContain("<code>&lt;script&gt;</code>");
    expect(prose).toContain('<a href="../../assets/map.png" title="a &quot;b&quot;">x</a>');
  });

  test("keeps the words of links that are not published", async () => {
    const prose = await renderProse(
      "[word](<javascript:alert(1)>) <span onclick='x()' style='color:red'>kept</span>\n",
    );
    expect(prose).toContain("word");
    expect(prose).not.toMatch(/javascript|onclick|style=/);
  });

  test("of unknown directives is shown", async () => {
    expect(await renderProse("A :shout[loud *word*]{x=y} here.\n")).toContain("A loud <em>word</em> here.");
  });
});

describe("exhibits", () => {
  test("stand for the author's image, keep the typed number and the alternative text", async () => {
    const prose = await renderProse("![What it shows](/files/timeline_JPN.png)\n\n*Figure 8: The caption*\n");
    expect(prose).toContain('<span class="exhibit-label">Figure 8:</span> ');
    expect(prose).toContain("<p>What it shows</p>");
    expect(prose).toContain('href="timeline.png"');
    expect(prose).not.toContain("<img");
  });

  test("have a caption even where the author wrote none, and files beside the page", async () => {
    const edition = await createTinyEdition({
      japan: "title: Japan\n\n::figure{timeline}\n\n::table{grades country=GRC}\n",
    });
    const files = renderCase(edition, "japan");
    const page = String(files.get("cases/japan/index.html"));
    expect(page).toContain("Japan: TR tiers");
    const bibtex = /href="data:application\/x-bibtex;charset=utf-8,([^"]*)" download="japan.bib"/.exec(
      page,
    )?.[1];
    expect(decodeURIComponent(bibtex ?? "")).toMatch(/^@\w+\{/);
    expect([...files.keys()]).toEqual([
      "cases/japan/index.html",
      "cases/japan/index.md",
      "cases/japan/oembed.json",
      "cases/japan/timeline.svg",
      "cases/japan/timeline.csv",
      "cases/japan/timeline.json",
      "cases/japan/grades-grc.csv",
      "cases/japan/grades-grc.json",
    ]);
    expect(files.get("cases/japan/grades-grc.csv")).toBe(
      "country,name,year,tier,label,missing,source,note\nGRC,Greece,2001,,,not-in-report,,\n",
    );
  });

  test("are referred to by number, on the same page and from another", async () => {
    const edition = await createTinyEdition({
      japan: "title: Japan\n\n::figure{timeline}\n",
      greece:
        "title: Greece\n\nSee :ref[]{to=japan#timeline} and :ref[the figure]{to=japan#timeline} and :ref[gone]{to=x}.\n",
    });
    const page = renderCase(edition, "greece").get("cases/greece/index.html");
    expect(page).toContain('<a href="../japan/#timeline" class="cross-reference">Figure\u00a01 in Japan</a>');
    expect(page).toContain('class="cross-reference">the figure</a> and gone.');
  });

  test("whose image is missing show a box with caption and text", async () => {
    const prose = await renderProse("![A map](/gone.png)\n\n*Figure: Where it is*\n");
    expect(prose).toContain('<span class="image-box image-missing">A map</span>');
    expect(prose).toContain("Where it is");
  });
});

test("statements carry their verdict and are listed with the cells that decided", async () => {
  const prose = await renderProse("It was :grade[Tier 2]{years=2001} and :grade[Tier 1]{years=2005}.\n");
  expect(prose).toMatch(
    /<a class="claim claim-holds" id="claim-1" href="[^"]*claims\/japan\/grade-jpn-2001-is-2\/" title="Agrees with the record: /,
  );
  expect(prose).toContain('<a class="claim claim-not-in-record" id="claim-2" href="');
  expect(prose).toContain("2 statements of this page were held against the record: 1 holds, 1 is not in it.");
  expect(prose).toMatch(
    /<a href="#claim-1">“Tier 2”<\/a> <a class="verdict verdict-holds" href="[^"]+">holds<\/a>.*grades\.csv:2/,
  );
});
