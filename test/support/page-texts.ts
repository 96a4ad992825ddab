import { Parser } from "htmlparser2";

/** A text of a page that somebody reads or hears. */
export interface PageText {
  readonly text: string;
  /** The element that it stands in, or the attribute, e.g. `h2`, `nav@aria-label`. */
  readonly place: string;
  /** The language of the element, or of the page. */
  readonly language: string;
  /** Classes of the elements around it, and the names of these elements. */
  readonly within: ReadonlySet<string>;
}

/** Attributes that are read out, shown, or put on the page by a script. */
const SPOKEN = new Set(["alt", "aria-label", "placeholder", "title"]);
const FOR_SCRIPTS = new Set(
  "data-all data-close data-failed data-found data-label data-loading data-more data-name data-none data-words data-test".split(
    " ",
  ),
);
/** What `<meta>` says in words. */
const SAID_IN_HEAD = new Set(["description", "og:description", "og:title", "og:image:alt"]);

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

interface Open {
  readonly name: string;
  readonly classes: readonly string[];
  readonly language: string;
}

/** Returns every text of a page, drawings included; scripts, styles and code are left out. */
export function collectTexts(markup: string): PageText[] {
  const texts: PageText[] = [];
  const open: Open[] = [];
  const add = (text: string, place: string, language: string): void => {
    const trimmed = text.replace(/\s+/g, " ").trim();
    if (trimmed === "") return;
    const within = new Set(open.flatMap(({ name, classes }) => [name, ...classes]));
    if (["script", "style", "code", "pre"].some((name) => within.has(name))) return;
    texts.push({ text: trimmed, place, language, within });
  };
  let said = "";
  const close = (): void => {
    const last = open.at(-1);
    if (last) add(said, last.name, last.language);
    said = "";
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      close();
      const language = attributes["lang"] ?? open.at(-1)?.language ?? "";
      const element = { name, classes: (attributes["class"] ?? "").split(/\s+/), language };
      open.push(element);
      for (const [key, value] of Object.entries(attributes)) {
        const isSaid =
          SPOKEN.has(key) ||
          FOR_SCRIPTS.has(key) ||
          (key === "content" && SAID_IN_HEAD.has(attributes["name"] ?? attributes["property"] ?? ""));
        if (isSaid) add(value, `${name}@${key}`, language);
      }
      if (VOID.has(name)) open.pop();
    },
    ontext(text) {
      said += text;
    },
    onclosetag(name) {
      close();
      if (!VOID.has(name)) open.pop();
    },
  });
  parser.write(markup);
  parser.end();
  return texts;
}
