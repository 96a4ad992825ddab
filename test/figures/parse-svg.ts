/** One element of a drawing, with its attributes and the text directly in it. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly text: string;
}

/** Returns a drawing's elements in document order. Enough of a parser for what `draw/` writes. */
export function parseSvg(svg: string): SvgElement[] {
  return [...svg.matchAll(/<([a-z][\w-]*)((?:\s[\w:-]+="[^"]*")*)\s*\/?>([^<]*)/gi)].map((match) => {
    const attributes = Object.fromEntries(
      [...(match[2] ?? "").matchAll(/([\w:-]+)="([^"]*)"/g)].map((pair) => [
        pair[1] ?? "",
        readText(pair[2] ?? ""),
      ]),
    );
    return {
      name: match[1] ?? "",
      attributes,
      classes: (attributes.class ?? "").split(" ").filter(Boolean),
      text: readText(match[3] ?? ""),
    };
  });
}

/** Returns the elements of one class. */
export function findByClass(elements: readonly SvgElement[], name: string): SvgElement[] {
  return elements.filter(({ classes }) => classes.includes(name));
}

/** Returns an attribute as a number; NaN where it is absent. */
export function numberOf(element: SvgElement | undefined, attribute: string): number {
  return Number(element?.attributes[attribute] ?? Number.NaN);
}

function readText(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
