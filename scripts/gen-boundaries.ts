/** Writes the rule "imports point left" into biome.json, one override a folder. With --check it only compares. */
import { readFileSync } from "node:fs";
import { check } from "./generated.ts";

const LAYERS = ["base", "read", "model", "import", "compute", "check", "draw", "publish", "serve", "cli"];
/** Folders that a layer must leave alone although they stand to its left. */
const CLOSED: Readonly<Record<string, readonly string[]>> = { draw: ["read", "check"], publish: ["check"] };
/** Layers that are free of Node. */
const PURE = ["base", "read", "model", "import", "compute", "check", "draw"];

const overrides = LAYERS.map((layer, i) => {
  const allowed = LAYERS.slice(0, i).filter((one) => !CLOSED[layer]?.includes(one));
  const closed = [...LAYERS.filter((one) => one !== layer && !allowed.includes(one)), "client"];
  return {
    includes: [`src/${layer}/**`, `!src/${layer}/**/*.test.ts`, `!src/${layer}/**/*.test.tsx`],
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: "error",
            options: {
              patterns: [
                {
                  group: closed.map((one) => `**/${one}/**`),
                  message: `${layer}/ may import only ${[layer, ...allowed].join(", ")}: imports point left.`,
                },
              ],
            },
          },
        },
        ...(PURE.includes(layer)
          ? { correctness: { noNodejsModules: "error" }, suspicious: { noConsole: "error" } }
          : {}),
      },
    },
  };
});

const file = "biome.json";
const config = JSON.parse(readFileSync(file, "utf8"));
const others = config.overrides.filter((one: { includes: string[] }) => !one.includes[0]?.startsWith("src/"));
check(file, `${JSON.stringify({ ...config, overrides: [...others, ...overrides] }, undefined, 2)}\n`);
