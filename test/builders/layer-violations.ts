/** A file that breaks a rule, and the tool and rule that must say so. */
export type Violation = { breaks: string; file: string; source: string; by: "biome" | "tsc"; rule: string };

const importing = (breaks: string, file: string, specifier: string): Violation => ({
  breaks,
  file,
  source: `import * as planted from "${specifier}";\nexport const kept = planted;\n`,
  by: "biome",
  rule: "lint/style/noRestrictedImports",
});
const compiling = (breaks: string, file: string, source: string, rule: string): Violation => ({
  breaks,
  file,
  source,
  by: "tsc",
  rule,
});

const impure = (what: string, call: string, file: string): Violation => ({
  breaks: `domain reads ${what}`,
  file,
  source: `export const a = ${call};\n`,
  by: "biome",
  rule: "plugin",
});

/** One for each rule between the folders. */
export const violations: Violation[] = [
  compiling("domain reads the page", "domain/a1.ts", "export const a = document.title;\n", "TS2584"),
  compiling("domain reads the process", "domain/a2.ts", "export const a = process.argv;\n", "TS2591"),
  compiling("domain prints", "domain/a3.ts", 'console.log("a");\nexport const a = 1;\n', "TS2584"),
  compiling("domain fetches", "domain/a4.ts", 'export const a = fetch("a");\n', "TS2304"),
  compiling("domain uses timers", "domain/a5.ts", "export const a = setTimeout(() => 1, 1);\n", "TS2304"),
  compiling(
    "the screen imports the host",
    "renderer/a1.ts",
    'export { planted } from "#electron/planted.ts";\n',
    "TS6307",
  ),
  compiling(
    "the host imports the screen",
    "electron/a1.ts",
    'export { planted } from "#renderer/planted.ts";\n',
    "TS6307",
  ),
  compiling("the host reads the page", "electron/a2.ts", "export const a = document.title;\n", "TS2584"),
  compiling("the screen reads the process", "renderer/a2.ts", "export const a = process.argv;\n", "TS2591"),
  importing("domain imports SQLite", "domain/b1.ts", "better-sqlite3"),
  importing("domain imports Node", "domain/geo/b2.ts", "node:fs"),
  importing("domain imports React", "domain/b3.ts", "react"),
  importing("domain imports Electron", "domain/b4.ts", "electron"),
  importing("domain imports the host", "domain/b5.ts", "#electron/planted.ts"),
  importing("domain imports the screen by a path", "domain/b6.ts", "../renderer/planted.ts"),
  importing("domain climbs two folders", "domain/geo/b7.ts", "../../electron/planted.ts"),
  importing("domain imports a package nobody allowed", "domain/b8.ts", "fflate"),
  importing("the screen imports Electron", "renderer/b1.ts", "electron"),
  importing("the screen imports the host", "renderer/b2.ts", "#electron/planted.ts"),
  importing("the screen imports the host by a path", "renderer/b3.ts", "../electron/planted.ts"),
  importing("the screen imports Node", "renderer/b4.ts", "node:path"),
  importing("the screen imports SQLite", "renderer/b5.ts", "better-sqlite3"),
  importing("the screen imports its tests", "renderer/b6.ts", "#test/builders/plan.ts"),
  importing("the host imports Electron outside window/", "electron/host/b1.ts", "electron"),
  importing("the database imports Electron", "electron/database/b2.ts", "electron"),
  importing("a handler imports Electron", "electron/handlers/b3.ts", "electron"),
  importing("the host imports the screen", "electron/host/b4.ts", "#renderer/planted.ts"),
  importing("the window imports the screen", "electron/window/b5.ts", "../renderer/planted.ts"),
  importing("the host imports React", "electron/packet/b6.ts", "react"),
  importing("a handler writes SQL", "electron/handlers/b7.ts", "#electron/database/sql.ts"),
  importing("a handler opens the database", "electron/handlers/b8.ts", "better-sqlite3"),
  importing("dispatch opens the database", "electron/host/b9.ts", "better-sqlite3"),
  importing("the window opens the database", "electron/window/b10.ts", "better-sqlite3"),
  importing("the host imports its tests", "electron/host/b11.ts", "#test/builders/plan.ts"),
  importing("the data scripts import the host", "data/build/b1.ts", "#electron/planted.ts"),
  importing("a browser spec knows Playwright", "test/browser/b1.test.ts", "playwright-core"),
  importing("a desktop spec knows Playwright", "test/desktop/b2.test.ts", "playwright-core"),
  impure("the clock", "Date.now()", "domain/clock-one.ts"),
  impure("the day", "new Date()", "domain/clock-two.ts"),
  impure("dice", "Math.random()", "domain/dice.ts"),
  {
    breaks: "two files import each other",
    file: "domain/cycle-one.ts",
    source: 'import { two } from "./cycle-two.ts";\nexport const one = (): number => two();\n',
    by: "biome",
    rule: "lint/suspicious/noImportCycles",
  },
  {
    breaks: "a default export",
    file: "electron/c1.ts",
    source: "export default 1;\n",
    by: "biome",
    rule: "lint/style/noDefaultExport",
  },
  {
    breaks: "an interface",
    file: "renderer/c2.ts",
    source: "export interface Planted {\n  a: number;\n}\n",
    by: "biome",
    rule: "lint/style/useConsistentTypeDefinitions",
  },
  {
    breaks: "any",
    file: "domain/c3.ts",
    source: "export const a: any = 1;\n",
    by: "biome",
    rule: "lint/suspicious/noExplicitAny",
  },
  {
    breaks: "a non-null assertion",
    file: "domain/c4.ts",
    source: "export const a = (list: string[]): string => list[0]!;\n",
    by: "biome",
    rule: "lint/style/noNonNullAssertion",
  },
  {
    breaks: "a file name in another case",
    file: "domain/plantedName.ts",
    source: "export const a = 1;\n",
    by: "biome",
    rule: "lint/style/useFilenamingConvention",
  },
];

/** What the violations import, and the other half of the cycle. */
export const supports: [file: string, source: string][] = [
  ["electron/planted.ts", "export const planted = 1;\n"],
  ["renderer/planted.ts", "export const planted = 1;\n"],
  ["domain/cycle-two.ts", 'import { one } from "./cycle-one.ts";\nexport const two = (): number => one();\n'],
];
