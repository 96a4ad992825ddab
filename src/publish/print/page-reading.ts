import { caseAddress } from "../../compute/links.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import type { Edition } from "../edition.ts";
import { absoluteUrl } from "../site/addresses.ts";
import type { FindFigures } from "../site/figures.ts";
import { bibliographyId } from "./bibliography-print.ts";
import type { LinkTarget, PageReading } from "./read-page.ts";

/** How a print reaches what is not in the edition. */
export interface PrintContext {
  readonly edition: Edition;
  readonly figuresOf: FindFigures;
  /** Returns a file below `assets/`. */
  readonly readAsset: (path: string) => Uint8Array | undefined;
  /** Pictures of the print; filled while pages are read. */
  readonly files: Map<string, string | Uint8Array>;
}

/** A page that is read for a print. */
export interface ReadPage {
  /** Its address, e.g. `case-studies/japan/`. */
  readonly page: string;
  /** Set before every id of it. */
  readonly prefix: string;
  /** Links to other cases stay within the print. */
  readonly isInBook: boolean;
  /** The sources that the print lists in full: links to them stay within it. */
  readonly sources: readonly BibliographicSource[];
}

/** Pictures that the typesetter takes. */
const PICTURE = /\.(png|jpe?g|gif|webp|svg)$/i;

/** Returns how links and pictures of a page are found. */
export function createReading(context: PrintContext, read: ReadPage): PageReading {
  const { casebook } = context.edition.index;
  const places = new Map(
    read.sources.map(({ id }) => [sourceAddress(casebook, id) ?? "", bibliographyId(id)]),
  );
  const cases = new Map(read.isInBook ? casebook.cases.map((one) => [caseAddress(one), one.id]) : []);
  return {
    prefix: read.prefix,
    drawingOf: () => undefined,
    imageOf: (src) => {
      const path = siteAddress(read.page, src)?.path;
      const bytes = path !== undefined && PICTURE.test(path) ? context.readAsset(path) : undefined;
      if (!bytes || path === undefined) return undefined;
      const file = `/${path}`;
      context.files.set(file, bytes);
      return file;
    },
    targetOf: (href): LinkTarget | undefined => {
      if (/^[a-z][a-z\d+.-]*:/i.test(href)) return { href };
      if (href.startsWith("#")) return { id: read.prefix + decode(href.slice(1)), isCrossReference: true };
      const target = siteAddress(read.page, href);
      if (!target) return undefined;
      const other = cases.get(target.path);
      if (other !== undefined) {
        const id = target.hash === "" ? other : `${other}/${decode(target.hash.slice(1))}`;
        return { id, isCrossReference: true };
      }
      const source = places.get(target.path);
      if (source !== undefined) return { id: source };
      const { url } = casebook.config;
      return url === undefined ? undefined : { href: absoluteUrl(url, target.path) + target.hash };
    },
  };
}

/** Returns the path below the site's root to which a relative link leads. */
function siteAddress(page: string, href: string): { path: string; hash: string } | undefined {
  if (!URL.canParse(href, `http://site/${page}`)) return undefined;
  const url = new URL(href, `http://site/${page}`);
  return url.host === "site" ? { path: decode(url.pathname.slice(1)), hash: url.hash } : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
