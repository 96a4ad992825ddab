/**
 * Returns the relative link from a page to an address of the site.
 *
 * Both are relative to the site's root: the page is a folder (`case-studies/japan/`, or the empty string for home), the
 * target a folder or a file. Characters that an address cannot hold are percent-encoded.
 */
export function linkTo(page: string, target: string, id?: string): string {
  let shared = 0;
  for (let i = 0; i < page.length && page[i] === target[i]; i++) if (page[i] === "/") shared = i + 1;
  let up = "";
  for (let i = page.indexOf("/", shared); i >= 0; i = page.indexOf("/", i + 1)) up += "../";
  return `${up + encodePath(target.slice(shared)) || "./"}${id === undefined ? "" : fragment(id)}`;
}

function encodePath(path: string): string {
  return /^[\w./~-]*$/.test(path) ? path : path.split("/").map(encodeURIComponent).join("/");
}

/** Returns `#id` with the characters percent-encoded that an address cannot hold. */
export function fragment(id: string): string {
  return /^[\w.-]*$/.test(id) ? `#${id}` : `#${encodeURI(id).replaceAll("#", "%23")}`;
}

/** Returns the absolute address of a page or file of a site that stands at `url`. */
export function absoluteUrl(url: string, target: string): string {
  return url + encodePath(target);
}
