import { defineConfig } from "vitest/config";

/** Browser and desktop tests start real programs: they run one file at a time and have time to. */
const slow = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  fileParallelism: false,
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "domain",
          include: ["test/domain/**/*.test.ts", "test/data/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      { test: { name: "host", include: ["test/host/**/*.test.ts", "test/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "renderer", include: ["test/renderer/**/*.test.{ts,tsx}"], environment: "jsdom" } },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/setup.ts"],
          ...slow,
        },
      },
      {
        test: {
          name: "desktop",
          include: ["test/desktop/**/*.test.ts"],
          globalSetup: ["test/desktop/setup.ts"],
          ...slow,
        },
      },
    ],
  },
});
