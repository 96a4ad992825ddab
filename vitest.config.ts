import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Two at least: much of the time a test waits for a browser, the typesetter or a program that it has started.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**", "**/node_modules/**"],
        },
      },
      // A browser has threads and clocks of its own, so one failure may be chance; see docs/decisions/0102.
      { extends: true, test: { name: "browser", include: ["test/browser/**/*.test.ts"], retry: 1 } },
    ],
  },
});
