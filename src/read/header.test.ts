import { describe, expect, it } from "vitest";
import { createSource, placeOf } from "../base/source.ts";
import { readHeader } from "./header.ts";

const KEYS = ["title", "date"];

function read(text: string) {
  const codes: string[] = [];
  const header = readHeader(createSource("x.md", text), KEYS, (code) => codes.push(code));
  return { header, codes, body: text.slice(header.bodyStart) };
}

describe("readHeader", () => {
  it.each([
    ["YAML", "---\ntitle: Japan\ndate: 2017-04-11\n---\n\nProse\n"],
    ["lines", "Title: Japan\nDate: 2017-04-11\n\nProse\n"],
    ["lines with CRLF", "Title: Japan\r\nDate: 2017-04-11\r\n\r\nProse\r\n"],
  ])("reads %s", (_, text) => {
    const { header, codes, body } = read(text);
    expect(codes).toEqual([]);
    expect(header.values.get("title")?.value).toBe("Japan");
    expect(body.trim()).toBe("Prose");
  });

  it("points at the value", () => {
    const { header } = read("Title:  Japan\n\n");
    const at = header.values.get("title")?.at;
    expect(at && placeOf(at)).toMatchObject({ line: 1, column: 9, endColumn: 14 });
  });

  it.each(["Note: this is prose.\n\nMore.\n", "Prose only.\n", "Warning: a\nb: c\n\nMore\n", ""])(
    "takes text that names no known key for prose: %j",
    (text) => {
      const { codes, body } = read(text);
      expect(codes).toEqual([]);
      expect(body).toBe(text);
    },
  );

  it("keeps the rest of a damaged header in the body, so that no word is lost", () => {
    const { codes, body } = read("Title: Japan\nThis is prose.\n\nMore.\n");
    expect(codes).toEqual(["header/malformed"]);
    expect(body).toBe("This is prose.\n\nMore.\n");
  });
});
