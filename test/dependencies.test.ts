import { readFileSync } from "node:fs";
import { satisfies } from "semver";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly license?: string;
  readonly engines?: { readonly node?: string };
  readonly resolved?: string;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

const PERMISSIVE = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "OFL-1.1",
  "MPL-2.0",
  "PSF-2.0",
  "Python-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
]);

describe("installed packages", () => {
  it("all allow the oldest Node that is promised", () => {
    const unfit = packages.filter(([, { engines }]) => engines?.node && !satisfies("20.19.0", engines.node));
    expect(unfit.map(([path, { engines }]) => `${path}: ${engines?.node}`)).toEqual([]);
  });

  it("all have a permissive licence", () => {
    const words = (licence: string) => licence.replace(/[()]/g, "").split(/ OR | AND /);
    const unfit = packages.filter(
      ([, { license }]) => !words(license ?? "").some((one) => PERMISSIVE.has(one)),
    );
    expect(unfit.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it("come from no address that only one machine knows", () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it("are pinned, and those that Demarche ships with are documented", () => {
    const documented = readFileSync("docs/dependencies.md", "utf8");
    for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(range, name).toMatch(/^\d/);
    }
    const missing = Object.keys(manifest.dependencies).filter((name) => !documented.includes(name));
    expect(missing).toEqual([]);
  });
});
