/**
 * Returns the relative link from a page to an address of the site.
 *
 * Both are relative to the site's root: the page is a folder (`case-studies/japan/`, or the empty string for home), the
 * target a folder or a file. Characters that an address cannot hold are percent-encoded.
 */
export function linkTo(page: string, target: string, id?: string): string {
  const from = page.split("/").slice(0, -1);
  const to = target.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const up = "../".repeat(from.length - common);
  const down = to.slice(common).map(encodeURIComponent).join("/");
  return `${up + down || "./"}${id === undefined ? "" : fragment(id)}`;
}

/** Returns `#id` with the characters percent-encoded that an address cannot hold. */
export function fragment(id: string): string {
  return `#${encodeURI(id).replaceAll("#", "%23")}`;
}

/** Returns the absolute address of a page or file of a site that stands at `url`. */
export function absoluteUrl(url: string, target: string): string {
  return url + target.split("/").map(encodeURIComponent).join("/");
}
