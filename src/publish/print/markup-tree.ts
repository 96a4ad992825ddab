import { Parser } from "htmlparser2";

/** An element of a page. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** Returns a page's markup as a tree; drawings (`svg`) and hidden elements leave nothing. */
export function readMarkup(html: string): Element {
  const root: Element = { name: "root", attributes: {}, children: [] };
  const open: Element[] = [root];
  let skipped = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (skipped > 0 || name === "svg" || "hidden" in attributes) skipped++;
      if (skipped > 0) return;
      const element: Element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(text) {
      if (skipped === 0) open.at(-1)?.children.push(text);
    },
    onclosetag() {
      if (skipped > 0) skipped--;
      else open.pop();
    },
  });
  parser.end(html);
  return root;
}

/** Tells whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return (element.attributes["class"] ?? "").split(" ").includes(name);
}

/** Yields the elements below one, in reading order. */
export function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* descendants(child);
  }
}

/** Returns the first element of a class below one. */
export function findByClass(element: Element, name: string): Element | undefined {
  for (const one of descendants(element)) if (hasClass(one, name)) return one;
  return undefined;
}

/** Returns the first element of a name below one. */
export function findByName(element: Element, name: string): Element | undefined {
  for (const one of descendants(element)) if (one.name === name) return one;
  return undefined;
}

/** Returns an element's words. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
