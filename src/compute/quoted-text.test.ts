import { describe, expect, it } from "vitest";
import { createSource } from "../base/source.ts";
import { findQuotation } from "./quoted-text.ts";

const TEXT = createSource(
  "documents/a.txt",
  "The vice minister's view -- it is\n“very  embarrassing” to us. Japan has become important.\nUnstable times.",
);

function placed(quotation: string): string | undefined {
  const at = findQuotation(TEXT, quotation);
  return at === undefined ? undefined : TEXT.text.slice(at, at + 5);
}

describe("a quotation in a text", () => {
  it("is found whatever quotation marks, dashes, line ends and marks at its end", () => {
    expect(placed("Very embarrassing,")).toBe("very ");
    expect(placed("minister’s view")).toBe("minis");
    expect(placed("it is ‘very embarrassing’ to us")).toBe("it is");
    expect(placed("very embarrassing to us")).toBeUndefined();
  });

  it("may leave words out and change them in brackets", () => {
    expect(placed("view … embarrassing")).toBe("view ");
    expect(placed("view [...] important.")).toBe("view ");
    expect(placed("Japan ha[d] become important")).toBe("Japan");
    expect(placed("[T]he vice minister")).toBe("e vic".replace("e vic", "he vi"));
    expect(placed("important … view")).toBeUndefined();
  });

  it("does not begin or end within a word, and is not nothing", () => {
    expect(placed("stable times")).toBeUndefined();
    expect(placed("Unstable time")).toBeUndefined();
    expect(placed("…")).toBeUndefined();
    expect(placed("")).toBeUndefined();
  });
});
