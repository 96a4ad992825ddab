import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** A browser on this machine, with what it takes to start it. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

const QUIET_ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Returns a Chromium for the tests: the one that `DEMARCHE_CHROMIUM` names, else one found on the machine, else the one
 * that the development dependency `@sparticuz/chromium` brings along (Linux). Throws, saying what to install, where there is none.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.DEMARCHE_CHROMIUM;
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`DEMARCHE_CHROMIUM names ${named}, which is not there.`);
    return { executablePath: named, args: QUIET_ARGS, env: {} };
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const elsewhere = [
    ...NAMES.map((name) => join("/usr/bin", name)),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  const executablePath = [...onPath, ...elsewhere].find((path) => existsSync(path));
  return executablePath === undefined ? unpackBrowser() : { executablePath, args: QUIET_ARGS, env: {} };
}

/** Starts the browser that {@link findBrowser} finds. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args], env: { ...definedEnvironment(), ...env } });
}

/** Unpacks the browser of `@sparticuz/chromium` and, beside it, the libraries that it needs. */
async function unpackBrowser(): Promise<FoundBrowser> {
  try {
    const libraries = join(tmpdir(), "al2023", "lib");
    mkdirSync(join(tmpdir(), "al2023"), { recursive: true });
    const { default: packaged, inflate } = await import("@sparticuz/chromium");
    const executablePath = await packaged.executablePath();
    const folder = (await import("node:module")).createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const archive = join(folder, "..", "..", "..", "bin", "al2023.tar.br");
    if (existsSync(archive) && !existsSync(libraries)) await inflate(archive);
    const home = mkdtempSync(join(tmpdir(), "demarche-browser-"));
    return {
      executablePath,
      args: ["--headless=shell", "--no-sandbox", "--disable-gpu", "--no-zygote"],
      env: { LD_LIBRARY_PATH: libraries, HOME: home, FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? "/etc/fonts" },
    };
  } catch (cause) {
    throw new Error(
      "No browser for the tests. Install Chromium (Debian: apt-get install chromium) or Chrome, or set DEMARCHE_CHROMIUM to one; `npm install` brings one for Linux unless development dependencies are left out.",
      { cause },
    );
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
