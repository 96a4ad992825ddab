import { type Element, isTag } from "domhandler";

/** Letters and digits alone: line ends, hyphens, quotes and ligatures are the typesetter's. */
export function letters(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** The words of a page's element without the parts of certain classes or names. */
export function words(element: Element, without: readonly string[]): string {
  return element.children
    .map((child) => {
      if (!isTag(child)) return "data" in child && child.type === "text" ? String(child.data) : "";
      const names = [child.name, ...(child.attribs["class"] ?? "").split(" ")];
      return names.some((name) => without.includes(name)) ? "" : words(child, without);
    })
    .join("");
}
