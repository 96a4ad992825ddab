import { expect, it } from "vitest";
import { renderProse } from "../support/tiny-edition.ts";

it("publishes citations as notes, full and then short, that lead to their sources", async () => {
  const prose = await renderProse("One [@report-1, p. 3]. Two [see @report-1]. As @report-1 [5] says.\n");
  expect(prose).toMatch(
    /<p id="[\w-]+">One<sup class="note-reference" id="fnref:inline-1"><a href="#fn:inline-1"/,
  );
  expect(prose).toMatch(
    /<li id="fn:inline-1">\s*<p><em>The report<\/em>, 2001, 3\. <span class="note-links">/,
  );
  expect(prose).toMatch(/<li id="fn:inline-2">\s*<p>see <em>The report<\/em>\. /);
  expect(prose).toMatch(/As “The report”<sup class="note-reference" id="fnref:inline-3">/);
  expect(prose.match(/class="note-source" href="..\/..\/sources\/report-1\/"/g)).toHaveLength(3);
});
