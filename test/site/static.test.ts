import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Failure } from "../../src/base/effects.ts";
import { createStaticApp, type StaticServer, serveFolder } from "../../src/serve/static.ts";

const outside = mkdtempSync(join(tmpdir(), "demarche-static-"));
const root = join(outside, "site");
mkdirSync(join(root, "page"), { recursive: true });
writeFileSync(join(outside, "secret.txt"), "secret");
writeFileSync(
  join(root, "index.html"),
  '<link rel="canonical" href="https://example.org/base/"><h1>Home</h1>',
);
writeFileSync(join(root, "404.html"), "<h1>Nothing</h1>");
writeFileSync(join(root, "page", "index.html"), "<h1>Page</h1>");
mkdirSync(join(root, "base"));
writeFileSync(join(root, "base", "index.html"), "<h1>A folder of the name of the site</h1>");
mkdirSync(join(root, "page", "embed", "figure"), { recursive: true });
writeFileSync(join(root, "page", "embed", "figure", "index.html"), "<h1>Figure</h1>");
writeFileSync(join(root, "figure.svg"), "<svg/>");
writeFileSync(join(root, ".demarche"), "hidden");
symlinkSync(join(outside, "secret.txt"), join(root, "link.txt"));
const app = createStaticApp(root);

describe("the static server", () => {
  test("answers with pages, types and a policy", async () => {
    const response = await app.request("/page/");
    expect(await response.text()).toBe("<h1>Page</h1>");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await app.request("/figure.svg")).headers.get("content-type")).toBe("image/svg+xml");
  });

  test("adds the slash that a page's address lacks, and never leads to another host", async () => {
    const response = await app.request("/page?x=1");
    expect([response.status, response.headers.get("location")]).toEqual([308, "/page/?x=1"]);
    expect((await app.request("http://localhost//page")).headers.get("location")).toBe("/page/");
  });

  test("answers under the path that the site declares as its own, too", async () => {
    expect(await (await app.request("/base/page/")).text()).toBe("<h1>Page</h1>");
    expect(await (await app.request("/base/base/")).text()).toBe("<h1>A folder of the name of the site</h1>");
  });

  test("has the folder of its own path's name at the root, too, where nothing else answers", async () => {
    writeFileSync(join(root, "base", "note.txt"), "here");
    expect(await (await app.request("/base/note.txt")).text()).toBe("here");
  });

  test("lets other sites show the small pages of figures in a frame, and no others", async () => {
    const policyOf = async (path: string) =>
      (await app.request(path)).headers.get("content-security-policy")?.match(/frame-ancestors [^;]+/)?.[0];
    expect(await policyOf("/page/embed/figure/")).toBe("frame-ancestors *");
    expect(await policyOf("/page/")).toBe("frame-ancestors 'none'");
    expect(await policyOf("/nothing-here/")).toBe("frame-ancestors 'none'");
  });

  test("sends nothing again that the browser has", async () => {
    const etag = (await app.request("/")).headers.get("etag") ?? "";
    const again = await app.request("/", { headers: { "If-None-Match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test.each([
    "/none",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/.demarche",
    "/link.txt",
    "/%00",
    "/%ff",
  ])("has nothing at %s", async (path) => {
    const response = await app.request(path);
    expect([response.status, await response.text()]).toEqual([404, "<h1>Nothing</h1>"]);
  });

  test("takes no other method", async () => {
    expect((await app.request("/", { method: "POST" })).status).toBe(405);
    expect(await (await app.request("/", { method: "HEAD" })).text()).toBe("");
  });
});

describe("serving", () => {
  let server: StaticServer;
  beforeAll(async () => {
    server = await serveFolder(root, { port: 0 });
  });
  afterAll(() => server.close());

  test("listens on this machine only, at a free port", async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(server.url)).text()).toContain("Home");
  });

  test("fails in words where the port is taken or the folder is not there", async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveFolder(root, { port })).rejects.toThrow(Failure);
    await expect(serveFolder(join(root, "none"), { port: 0 })).rejects.toThrow(Failure);
  });
});
