import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { supports, violations } from "./builders/layer-violations.ts";

/**
 * A rule that nobody has seen fail is not a rule. A copy of the source folders gets one file for each way of
 * breaking the layers, and Biome and the compiler, run once each over the copy, must name every one of them.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const copied = ["domain", "electron", "renderer", "data/build"];
const configuration = ["package.json", "biome.json", ".gitignore"];

let copy: string;
let biomeSays: { rule: string; file: string; message: string }[];
let compilerSays: { rule: string; file: string }[];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "daliz-layers-"));
  for (const name of copied)
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (from) => !/\.(json|png|woff2|ttf)$/.test(from) || from.endsWith("tsconfig.json"),
    });
  for (const name of configuration) cpSync(join(root, name), join(copy, name));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  plant(supports);
  // The compiler first and alone: an import of Node or SQLite would bring Node's global names into the whole program.
  plant(violations.filter((v) => v.by === "tsc").map((v) => [v.file, v.source]));
  compilerSays = compilerOver(copy);
  plant(violations.filter((v) => v.by === "biome").map((v) => [v.file, v.source]));
  biomeSays = biomeOver(copy);
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("the layers", () => {
  test.each(violations)("$breaks: $by says $rule", (violation) => {
    const said = violation.by === "biome" ? biomeSays : compilerSays;
    const here = said.filter((s) => s.file.endsWith(violation.file)).map((s) => s.rule);
    expect(here).toContain(violation.rule);
  });

  test("every refused import says where the code belongs", () => {
    const messages = biomeSays
      .filter((s) => s.rule === "lint/style/noRestrictedImports")
      .map((s) => s.message);
    expect(messages.length).toBeGreaterThan(20);
    for (const message of messages)
      expect(message).toMatch(
        /belongs? in|only (the drivers|electron\/)|imports domain|put the SQL|move it|neither|Climb|through the typed API|call one of its/i,
      );
  });

  test("no other file is refused an import", () => {
    const planted = [...violations.map((v) => v.file), ...supports.map(([file]) => file)];
    const others = biomeSays
      .filter((s) => s.rule === "lint/style/noRestrictedImports")
      .filter((s) => !planted.some((file) => s.file.endsWith(file)));
    expect(others).toEqual([]);
  });
});

function plant(files: (readonly [file: string, source: string])[]): void {
  for (const [file, source] of files) {
    if (existsSync(join(copy, file))) throw new Error(`${file} exists already`);
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    writeFileSync(join(copy, file), source);
  }
}

function biomeOver(folder: string): { rule: string; file: string; message: string }[] {
  const run = spawnSync(
    join(root, "node_modules/.bin/biome"),
    ["lint", "--reporter=json", "--max-diagnostics=none", "--vcs-enabled=false", "."],
    { cwd: folder, encoding: "utf8", maxBuffer: 1e8 },
  );
  const report = JSON.parse(run.stdout) as {
    diagnostics: { category: string; message: string; location: { path: string } }[];
  };
  return report.diagnostics.map((d) => ({
    rule: d.category,
    file: d.location.path,
    message: JSON.stringify(d),
  }));
}

function compilerOver(folder: string): { rule: string; file: string }[] {
  const run = spawnSync(
    join(root, "node_modules/.bin/tsc"),
    ["-b", "--pretty", "false", "domain", "electron", "renderer"],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1e8,
    },
  );
  return [...run.stdout.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file = "", rule = ""]) => ({
    rule,
    file,
  }));
}
