import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { Failure } from "../base/effects.ts";
import { NOT_FOUND_PATH } from "../publish/site/not-found-page.ts";
import { EMBED_POLICY, SITE_POLICY } from "../publish/site/security.ts";

/** A server under way. */
export interface StaticServer {
  /** With a slash at its end, e.g. `http://127.0.0.1:4321/`. */
  readonly url: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".bib": "application/x-bibtex; charset=utf-8",
  ".ris": "application/x-research-info-systems; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".pdf": "application/pdf",
  ".zip": "application/zip",
};

/**
 * Serves a published site until it is closed. Port 0 takes a free one.
 *
 * Throws a {@link Failure} where the folder is not there or the port cannot be had.
 */
export async function serveFolder(
  folder: string,
  options: { readonly port: number; readonly host?: string },
): Promise<StaticServer> {
  const host = options.host ?? "127.0.0.1";
  const server = createAdaptorServer({ fetch: createStaticApp(folder).fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(asFailure(cause, host, options.port)));
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

/**
 * Returns an app that answers with the files of a folder, at the root and at the path that the site's home page declares
 * as its own (so that the links of `404.html` work). Hidden files, and links that lead out of the folder, are not there.
 */
export function createStaticApp(folder: string): Hono {
  const root = openRoot(folder);
  const declared = declaredPath(root);
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cache-Control", "no-cache");
  });
  app.get("*", (context) => {
    const { pathname, search } = new URL(context.req.url);
    // A site may be declared at a path that is also the name of one of its folders.
    const below = pathname.startsWith(declared) ? pathname.slice(declared.length - 1) : pathname;
    const found = findDecoded(root, below) ?? findDecoded(root, pathname);
    if (found === "folder") return context.redirect(`${pathname.replace(/^\/+/, "/")}/${search}`, 308);
    if (found === undefined) return notFound(root);
    return respond(found, context.req.header("If-None-Match"));
  });
  app.all("*", (context) => context.text("Method not allowed\n", 405, { Allow: "GET, HEAD" }));
  return app;
}

function openRoot(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (cause) {
    throw new Failure(`${folder} cannot be read.`, { hint: "Publish the site first: demarche build", cause });
  }
}

function declaredPath(root: string): string {
  try {
    const home = readFileSync(join(root, "index.html"), "utf8");
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(home)?.[1];
    return canonical === undefined ? "/" : new URL(canonical).pathname;
  } catch {
    return "/";
  }
}

function findDecoded(root: string, pathname: string): string | "folder" | undefined {
  const path = decodePath(pathname);
  return path === undefined ? undefined : findFile(root, path);
}

function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    const parts = path.split("/").slice(1);
    const isSafe = parts.every((part) => !part.startsWith(".") && !/[\\\0]/.test(part));
    return isSafe ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the path on disk of what an address names; `folder` where the address of a page lacks its last slash. */
function findFile(root: string, path: string): string | "folder" | undefined {
  try {
    const full = realpathSync(join(root, path.endsWith("/") ? `${path}index.html` : path));
    if (full !== root && !full.startsWith(root + sep)) return undefined;
    if (statSync(full).isDirectory()) return "folder";
    return full;
  } catch {
    return undefined;
  }
}

function respond(file: string, known: string | undefined): Response {
  const body = readFileSync(file);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = new Headers({ ETag: etag });
  if (known?.split(/\s*,\s*/).some((one) => one.replace(/^W\//, "") === etag || one === "*")) {
    return new Response(null, { status: 304, headers });
  }
  const extension = extname(file).toLowerCase();
  headers.set("Content-Type", TYPES[extension] ?? "application/octet-stream");
  if (extension === ".html") {
    headers.set("Content-Security-Policy", policyOf(file));
  }
  if (extension === ".svg") {
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  }
  return new Response(body, { headers });
}

/** Other sites may show the small pages of figures in a frame, and no others. */
function policyOf(file: string): string {
  if (/[\\/]embed[\\/][^\\/]+[\\/]index\.html$/.test(file)) return `${EMBED_POLICY}; frame-ancestors *`;
  return `${SITE_POLICY}; frame-ancestors 'none'`;
}

function notFound(root: string): Response {
  const headers = new Headers({
    "Content-Security-Policy": `${SITE_POLICY}; frame-ancestors 'none'`,
    "Content-Type": "text/html; charset=utf-8",
  });
  try {
    return new Response(readFileSync(join(root, NOT_FOUND_PATH)), { status: 404, headers });
  } catch {
    return new Response("<!doctype html><title>Not found</title><h1>Not found</h1>", {
      status: 404,
      headers,
    });
  }
}

function asFailure(cause: Error, host: string, port: number): Error {
  const code = "code" in cause ? cause.code : undefined;
  if (code === "EADDRINUSE") {
    return new Failure(`Port ${port} is taken.`, { hint: "Choose another one with --port.", cause });
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new Failure(`Cannot listen on ${host}, port ${port}.`, {
      hint: "Choose others with --host and --port.",
      cause,
    });
  }
  return cause;
}
