import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const data = new URL("../../data/", import.meta.url);
const { files } = z
  .strictObject({ files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)) })
  .parse(JSON.parse(readFileSync(new URL("manifest.json", data), "utf8")));

test("the manifest has the SHA-256 of every data file as it is", () => {
  for (const [path, hash] of Object.entries(files)) {
    const content = readFileSync(new URL(path, data));
    expect(createHash("sha256").update(content).digest("hex"), `${path}: run npm run build:data`).toBe(hash);
  }
});

test("the manifest forgets no data file and no font", () => {
  const there = readdirSync(data, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(json|ttf)$/.test(path) && path !== "manifest.json")
    .filter((path) => !path.startsWith("build/") && !path.includes("/source/"));
  expect(Object.keys(files).sort()).toEqual(there.sort());
});
