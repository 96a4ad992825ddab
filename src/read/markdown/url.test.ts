import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { isPlainUrl, isSafeUrl } from "./url.ts";

const { normalizeLink } = new MarkdownIt();

describe("isPlainUrl", () => {
  it("holds for the addresses that are most common", () => {
    for (const url of [
      "http://example.org",
      "https://example.org:8080/a/b.html?x=1&y=(2)#z",
      "https://example.org/~someone/2004_07/it's,here;now",
    ]) {
      expect(isPlainUrl(url), url).toBe(true);
    }
  });

  it("does not hold for what has to be cleaned, encoded or refused", () => {
    for (const url of [
      "javascript:alert(1)",
      "HTTP://example.org",
      "https://EXAMPLE.org",
      "https://example.org/a b",
      "https://example.org/é",
      "https://münchen.example/",
      "https://example.org/%zz",
      "https://example.org/\u200Ba",
      "https://someone@example.org/",
      "/relative",
    ]) {
      expect(isPlainUrl(url), url).toBe(false);
    }
  });

  it("holds only for addresses that are safe, and that markdown-it leaves as they are", () => {
    const part = (characters: string) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });
    const address = fc
      .tuple(fc.constantFrom("http://", "https://"), part("ab0.-:xn"), part("/?#ab0_~!$&'()*+,;=:@.-%"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(address, (url) => {
        if (isPlainUrl(url)) expect([normalizeLink(url), isSafeUrl(url, "markdown")]).toEqual([url, true]);
      }),
      { numRuns: 5000 },
    );
  });
});
