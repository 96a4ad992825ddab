import { existsSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";

/** A browser on this machine, with what it takes to start it. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

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
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const elsewhere = [
    ...NAMES.map((name) => join("/usr/bin", name)),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  const executablePath = [...onPath, ...elsewhere].find((path) => existsSync(path));
  return executablePath === undefined ? unpackBrowser() : { executablePath, args: QUIET_ARGS, env: {} };
}

/** Starts a browser; by default the one that {@link findBrowser} finds. */
export async function launchBrowser(found?: FoundBrowser): Promise<Browser> {
  const { executablePath, args, env } = found ?? (await findBrowser());
  return chromium.launch({ executablePath, args: [...args], env: { ...definedEnvironment(), ...env } });
}

/** Unpacks the browser of `@sparticuz/chromium` and, beside it, the libraries that it needs. */
export async function unpackBrowser(): Promise<FoundBrowser> {
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    const executablePath = await packaged.executablePath();
    const root = join(createRequire(import.meta.url).resolve("@sparticuz/chromium"), "..", "..", "..");
    const { inflate } = await import(pathToFileURL(join(root, "build", "esm", "lambdafs.js")).href);
    const libraries: string = await inflate(join(root, "bin", "al2023.tar.br"));
    return {
      executablePath,
      args: ["--headless=shell", "--no-sandbox", "--disable-gpu", "--no-zygote"],
      env: {
        LD_LIBRARY_PATH: join(libraries, "lib"),
        HOME: mkdtempSync(join(tmpdir(), "demarche-browser-")),
      },
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
