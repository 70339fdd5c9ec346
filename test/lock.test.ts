import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

// `npm install` takes out of the lock what its registry or npm itself does not hold; `npm ci` then fails elsewhere.
test("the lock file is complete: npm ci works with npm 10 and 11, without a compiler, on every system", () => {
  const { status, stderr } = spawnSync(process.execPath, [".ci/complete-lock.mjs", "--check"], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
