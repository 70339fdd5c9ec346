import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import example from "#data/examples/ankara-astana.json";
import { runCommand } from "#electron/command-line/run-command.ts";
import { temporaryFolder } from "./support/folders.ts";

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);
const ETD = ["--etd", "2026-12-01T06:00Z"];

/** The parts of the answer that the command line promises. */
const point = z.object({ lat: z.number(), lon: z.number(), distanceNm: z.number(), at: z.string() });
const planSchema = z.object({
  route: z.object({ totalDistanceNm: z.number() }),
  sectors: z.array(z.object({ distanceNm: z.number(), eetMinutes: z.number() })),
  legs: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      distanceNm: z.number(),
      initialCourseTrueDeg: z.number(),
      initialCourseMagneticDeg: z.number(),
      eetMinutes: z.number(),
    }),
  ),
  crossings: z.array(z.object({ fir: z.string(), state: z.string(), entry: point, exit: point })),
  overflights: z.array(z.object({ state: z.string() })),
  payload: z.object({
    maximumKg: z.number(),
    requestedKg: z.number(),
    mode: z.string(),
    limit: z.string(),
  }),
  requirements: z.array(z.object({ state: z.string(), status: z.string() })),
  findings: z.array(z.object({ severity: z.string(), code: z.string(), sentence: z.string() })),
});

async function plan(...args: string[]) {
  const { status, output, complaint } = await runCommand(["plan", ...args, "--json"]);
  expect(complaint).toBe("");
  expect(status).toBe(0);
  return planSchema.parse(JSON.parse(output));
}

describe("plan", () => {
  test("the direct line from Ankara to Astana crosses Rostov FIR", async () => {
    const { crossings, overflights, requirements, route, legs } = await plan("LTAC", "UACC", ...ETD);
    expect(crossings[0]).toMatchObject({
      fir: "LTAA",
      state: "TR",
      entry: { distanceNm: 0, at: "2026-12-01T06:00:00Z" },
    });
    expect(crossings.map(({ fir }) => fir)).toContain("URRV");
    expect(crossings.at(-1)).toMatchObject({ fir: "UACN", exit: { distanceNm: route.totalDistanceNm } });
    expect(overflights.map(({ state }) => state)).toEqual(expect.arrayContaining(["TR", "RU", "KZ"]));
    expect(requirements.map(({ state, status }) => [state, status])).toEqual([
      ["TR", "missing"],
      ["RU", "missing"],
      ["KZ", "missing"],
    ]);
    expect(legs).toHaveLength(1);
  });

  test("distances and minutes add up to the last decimal, and crossings meet", async () => {
    const { legs, sectors, route, crossings } = await plan(
      ..."LTAC ERZ TBS 4055N04700E 4120N04930E UATE+90 UACC".split(" "),
      ...ETD,
    );
    const sum = (values: number[]) => Number(values.reduce((a, b) => a + b, 0).toFixed(7));
    expect(sectors).toHaveLength(2);
    expect(sum(legs.map(({ distanceNm }) => distanceNm))).toBe(route.totalDistanceNm);
    expect(sum(sectors.map(({ distanceNm }) => distanceNm))).toBe(route.totalDistanceNm);
    expect(sum(legs.map(({ eetMinutes }) => eetMinutes))).toBe(
      sum(sectors.map(({ eetMinutes }) => eetMinutes)),
    );
    for (const [index, { exit }] of crossings.slice(0, -1).entries()) {
      expect(crossings[index + 1]?.entry).toEqual(exit);
    }
    expect(crossings.at(-1)?.exit.distanceNm).toBe(route.totalDistanceNm);
  });

  test("takes its options", async () => {
    const given = await plan(
      ...["LTAC", "40.9,47", "UACC", "--etd=2026-12-01T09:00+03:00", "--level", "FL290", "--tas-kt", "400"],
      ...["--headwind-kt", "-20", "--corridor-nm", "10", "--taxi-min", "15", "--mode", "published"],
      ...["--payload-kg", "12000.5"],
    );
    expect(given.crossings[0]?.entry.at).toBe("2026-12-01T06:15:00Z");
    expect(given.payload).toMatchObject({ mode: "published", requestedKg: 12000.5 });
    const [leg] = given.legs;
    expect((leg?.distanceNm ?? 0) / ((leg?.eetMinutes ?? 0) / 60)).toBeCloseTo(420, 1);
    expect((await plan("LTAC", "UACC", ...ETD, "--paratroopers", "100")).payload.requestedKg).toBeGreaterThan(
      5_000,
    );
  });

  test("says which navaid was taken among several", async () => {
    const { findings } = await plan("LTAC", "TBS", "UACC", ...ETD);
    expect(findings.filter(({ code }) => code === "navaid-choice")).toEqual([
      expect.objectContaining({ severity: "info", sentence: expect.stringContaining("TBS names 2 navaids") }),
    ]);
  });

  test("prints whole kilograms that add up, the load rounded up", async () => {
    const { output } = await runCommand(["plan", "LTAC", "UATE", ...ETD, "--payload-kg", "37000.4"]);
    expect(output).toMatch(/at most 37000 kg \(.*\), asked 37001 kg, margin -1 kg/);
  });

  test("prints aligned text without --json", async () => {
    const { output, status } = await runCommand(["plan", "LTAC", "UATE+90", "UACC", ...ETD]);
    expect(status).toBe(0);
    const lines = output.split("\n");
    expect(lines[0]).toBe("LTAC UATE+90 UACC");
    const at = lines.indexOf("Sectors");
    const column = lines[at + 1]?.indexOf("Off block");
    expect(lines[at + 2]?.slice(column)).toMatch(/^01 Dec 0600Z/);
    expect(lines[at + 3]?.slice(column)).toMatch(/^01 Dec \d{4}Z/);
    for (const title of ["Legs", "Crossings", "Overflights", "Permissions", "Findings"]) {
      expect(lines).toContain(title);
    }
  });
});

describe("bad input is one sentence on standard error, status 2, and nothing on standard output", () => {
  writeFileSync(file("broken.json"), "{");
  writeFileSync(file("old.json"), JSON.stringify({ schemaVersion: 0 }));
  writeFileSync(file("text.zip"), "x");
  writeFileSync(file("large.json"), Buffer.alloc(4_000_001, " "));
  writeFileSync(file("utf16.json"), Buffer.from("\ufeff{}", "utf16le"));
  writeFileSync(file("latin1.json"), Buffer.from('{"note": "Türkiye"}', "latin1"));
  const pipe = file("pipe");
  if (process.platform !== "win32") spawnSync("sh", ["-c", 'mkfifo "$0"', pipe]);
  const flightWith = (name: string, change: object) => {
    writeFileSync(file(name), JSON.stringify({ ...example, ...change }));
    return ["plan", "--file", file(name)];
  };
  const points = (change: (index: number) => object) =>
    example.waypoints.map((waypoint, index) => ({ ...waypoint, ...change(index) }));

  test.each([
    [["plan", "LTAC", "QQQQ", ...ETD], /QQQQ/],
    [["plan", "LTAC", "4060N04336E", "UACC", ...ETD], /4060N04336E/],
    [["plan", "LTAC", "9100N04336E", "UACC", ...ETD], /9100N04336E/],
    [["plan", "LTAC", "90.5,40", "UACC", ...ETD], /90\.5,40/],
    [["plan", "LTAC", "-91,40", "UACC", ...ETD], /-91,40/],
    [["plan", "LTAC", "40,181", "UACC", ...ETD], /40,181/],
    [["plan", "LTAC", "LTAC", ...ETD], /LTAC/],
    [["plan", "LTAC", ...ETD], /at least two points/],
    [["plan", ...ETD], /at least two points/],
    [["plan", "LTAC", "UATE+0", "UACC", ...ETD], /UATE\+0/],
    [["plan", "LTAC", "UACC"], /--etd 2026-12-01T06:00Z/],
    [
      ["plan", "LTAC", "UACC", "--etd", "2026-12-01T06:00"],
      /--etd 2026-12-01T06:00 is not an instant with its zone/,
    ],
    [["plan", "LTAC", "UACC", "--etd", "2026-02-30T06:00Z"], /2026-02-30T06:00Z/],
    [["plan", "LTAC", "UACC", "--etd", "2026-12-01T06:60Z"], /2026-12-01T06:60Z is not an instant/],
    [["plan", "LTAC", "UACC", "--etd", "2026-12-01T06:00:60Z"], /2026-12-01T06:00:60Z is not an instant/],
    [["plan", "LTAC", "UACC", "--etd", "9999-12-31T00:00Z"], /does not lie in the years 2000 to 2199/],
    [["plan", "LTAC", "UACC", "--etd", "0000-01-01T00:00Z"], /does not lie in the years 2000 to 2199/],
    [["plan", "LTAC", "UACC", "--etd", "tomorrow"], /tomorrow/],
    [["plan", "LTAC", "UACC", "--etd"], /--etd needs a value/],
    [["plan", "LTAC", "UACC", "--etd", "--json"], /--etd needs a value/],
    [["plan", "LTAC", "UACC", ...ETD, ...ETD], /--etd is given twice/],
    [["plan", "LTAC", "UACC", ...ETD, "--level", "high"], /--level high/],
    [["plan", "LTAC", "UACC", ...ETD, "--level", "F999"], /--level F999/],
    [["plan", "LTAC", "UACC", ...ETD, "--tas-kt", "fast"], /--tas-kt fast is not a number/],
    [["plan", "LTAC", "UACC", ...ETD, "--tas-kt", "9"], /--tas-kt 9 is out of range/],
    [["plan", "LTAC", "UACC", ...ETD, "--tas-kt", "1e2"], /--tas-kt 1e2 is not a number/],
    [["plan", "LTAC", "UACC", ...ETD, "--headwind-kt", "300"], /--headwind-kt 300/],
    [["plan", "LTAC", "UACC", ...ETD, "--corridor-nm", "0"], /--corridor-nm 0/],
    [["plan", "LTAC", "UACC", ...ETD, "--taxi-min", "-1"], /--taxi-min -1/],
    [["plan", "LTAC", "UACC", ...ETD, "--mode", "best"], /--mode best/],
    [["plan", "LTAC", "UACC", ...ETD, "--paratroopers", "1.5"], /--paratroopers 1\.5/],
    [["plan", "LTAC", "UACC", ...ETD, "--paratroopers", "-1"], /--paratroopers -1/],
    [["plan", "LTAC", "UACC", ...ETD, "--payload-kg", "600000"], /--payload-kg 600000/],
    [["plan", "LTAC", "UACC", ...ETD, "--paratroopers", "1", "--payload-kg", "1"], /not with both/],
    [["plan", "LTAC", "UACC", ...ETD, "--fast"], /--fast is not known/],
    [["plan", "LTAC", "UACC", ...ETD, "-x"], /-x is not known/],
    [["plan", "LTAC", "UACC", ...ETD, "--json=yes"], /--json takes no value/],
    [["plan", "--file", file("none.json")], /There is no file .*none\.json/],
    [["plan", "--file", folder], /is a folder, not a flight/],
    [["plan", "--file", file("broken.json")], /broken\.json is no flight: it is not JSON/],
    [["plan", "--file", file("old.json")], /old\.json cannot be used: schemaVersion must be 1/],
    [["plan", "--file", file("large.json")], /larger than 4 MB/],
    [["plan", "--file", file("utf16.json")], /utf16\.json is no flight: it is not text in UTF-8/],
    [["plan", "--file", file("latin1.json")], /latin1\.json is no flight: it is not text in UTF-8/],
    [
      flightWith("lat.json", {
        waypoints: points((index) => (index === 2 ? { position: { lat: 91, lon: 0 } } : {})),
      }),
      /: waypoints\[2\]\.position\.lat must be at most 90\./,
    ],
    [
      flightWith("end.json", { waypoints: points((index) => (index === 0 ? { groundMinutes: 60 } : {})) }),
      /: waypoints\[0\]\.groundMinutes must not be set: only an aerodrome inside the route is a stop\./,
    ],
    [
      flightWith("free.json", {
        waypoints: points((index) => (index === 1 ? { kind: "position", groundMinutes: 60 } : {})),
      }),
      /: waypoints\[1\]\.groundMinutes must not be set/,
    ],
    [
      flightWith("late.json", { offBlockAt: "9999-12-31T23:00:00Z" }),
      /offBlockAt must lie in the years 2000/,
    ],
    [flightWith("leap.json", { offBlockAt: "2026-12-31T23:59:60Z" }), /offBlockAt must be an instant that/],
    [flightWith("control.json", { id: "a\u001b[2J" }), /: id must not hold control characters\./],
    [
      flightWith("kind.json", { load: { kind: "gold" } }),
      /: load\.kind must be one of none, paratroopers, cargo\./,
    ],
    [flightWith("extra.json", { extra: 1 }), /: extra is not known here\./],
    [flightWith("missing.json", { cruise: { levelFl: 310 } }), /: cruise\.tasKt is missing\./],
    [flightWith("text.json", { taxiMinutes: "5" }), /: taxiMinutes must be a number, not text\./],
    [["plan", "--file", file("old.json"), "LTAC"], /leave out LTAC/],
    [["plan", "--file", file("old.json"), ...ETD], /leave out etd/],
    [["flights"], /flights list, flights import/],
    [["flights", "list", "--filter", "some", "--db", file("d.sqlite")], /--filter some/],
    [["flights", "export", "none", "--db", file("d.sqlite")], /no flight with the id none/],
    [["flights", "import", file("broken.json"), "--db", file("d.sqlite")], /not JSON/],
    [["flights", "list", "--db", file("text.zip")], /is not a database/],
    [["packet"], /packet export or packet verify/],
    [["packet", "export", "--out", folder], /Name one flight/],
    [["packet", "export", "x", "--example", "--out", folder], /Name one flight/],
    [["packet", "export", "--example"], /--out DIR/],
    [["packet", "export", "none", "--out", folder, "--db", file("d.sqlite")], /no flight with the id none/],
    [["packet", "verify", file("none.zip")], /There is no file/],
    [["packet", "verify", folder], /is a folder/],
    [["flights", "list", "--db", ":memory:"], /:memory: is not the name of a file/],
    [["flights", "list", "--db", "file:plans.sqlite?mode=ro"], /is not the name of a file/],
    [["packet", "verify"], /packet verify PACKET\.zip/],
    [["packet", "verify", ""], /packet verify PACKET\.zip/],
    [["database", "check", "--db", file("none.sqlite")], /There is no database/],
    [["call", "flights.get", "{", "--db", file("d.sqlite")], /not JSON/],
    [["fly"], /no command fly/],
    [[], /Which command\?/],
  ])("%j", async (args, words) => {
    const { status, output, complaint } = await runCommand(args);
    expect(complaint).toMatch(words);
    expect(complaint).toMatch(/^\S[^\n]*[.?]$|see --help\.$/);
    expect(complaint).not.toMatch(/Something broke|undefined|\bnull\b/);
    expect({ status, output }).toEqual({ status: 2, output: "" });
  });
});

describe.skipIf(process.platform === "win32")("what never ends is refused", () => {
  // A process for each, because what waits for ever in a call of the system can only be ended from outside.
  test.each([
    [["plan", "--file", "/dev/zero"], /\/dev\/zero is a device or a pipe, not a flight\./],
    [["plan", "--file", file("pipe")], /is a device or a pipe, not a flight\./],
    [["packet", "verify", "/dev/zero"], /\/dev\/zero is a device or a pipe, not a packet\./],
    [["packet", "verify", file("pipe")], /is a device or a pipe, not a packet\./],
    [["flights", "list", "--db", file("pipe")], /is a device or a pipe/],
    [["packet", "export", "--example", "--out", "/proc/x"], /The folder \/proc\/x cannot be made/],
    [["flights", "list", "--db", "/proc/q/y.db"], /\/proc\/q\/y\.db cannot be opened/],
  ])("%j", (args, words) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ["electron/cli.ts", ...args], {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect(stderr).toMatch(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("flights", () => {
  test("are read from a file that begins with a mark for UTF-8", async () => {
    writeFileSync(file("marked.json"), `\ufeff${JSON.stringify(example)}`);
    expect((await plan("--file", file("marked.json"))).legs).toHaveLength(example.waypoints.length - 1);
  });

  test("go out to a file and come back, and are assessed from it", async () => {
    const db = ["--db", file("flights.sqlite")];
    const { output } = await runCommand(["call", "flights.example", ...db]);
    writeFileSync(file("flight.json"), output);
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(output));
    expect((await runCommand(["flights", "import", file("flight.json"), ...db])).complaint).toBe("");
    expect((await runCommand(["flights", "import", file("flight.json"), ...db])).complaint).toMatch(
      /exists already/,
    );
    expect((await runCommand(["flights", "list", ...db])).output).toContain("LTAC – UATE – UACC");
    const listed = JSON.parse(
      (await runCommand(["flights", "list", "--text", "aktau", "--json", ...db])).output,
    );
    expect(listed.flights).toHaveLength(1);
    expect((await runCommand(["flights", "list", "--text", "nowhere", ...db])).output).toBe("No flights.");
    const out = ["--out", file("again.json")];
    await runCommand(["flights", "export", id, ...out, ...db]);
    expect(JSON.parse(readFileSync(file("again.json"), "utf8"))).toEqual(JSON.parse(output));
    expect((await runCommand(["flights", "export", id, ...out, ...db])).complaint).toMatch(/not overwritten/);
    const nowhere = ["--out", file("no/such/again.json")];
    expect((await runCommand(["flights", "export", id, ...nowhere, ...db])).complaint).toMatch(
      /again\.json cannot be written: its folder is missing\.$/,
    );
    expect((await plan("--file", file("again.json"))).sectors).toHaveLength(2);
    expect((await runCommand(["database", "check", ...db])).output).toMatch(/is sound: 1 audit rows/);
  });
});

test("what is echoed cannot steer a terminal, and stays short", async () => {
  const steering = "\u001b[2J\u009b31m\u0000\u202e";
  for (const args of [
    ["plan", "LTAC", steering, "UACC", ...ETD],
    ["plan", "--file", file(steering.replace("\u0000", ""))],
    ["flights", "list", "--text", steering, "--filter", steering, "--db", file("echo.sqlite")],
    ["call", steering],
    [steering],
    [`--${steering}`],
    ["plan", "LTAC", "Q".repeat(5_000), "UACC", ...ETD],
    ["plan", "LTAC\nUACC", "Q\nR\r\nS", ...ETD],
  ]) {
    const { complaint } = await runCommand(args);
    expect(complaint).toMatch(/^[^\p{Cc}\u202e]{10,900}$/u);
  }
  const [authorization] = example.authorizations;
  const loud = {
    ...example,
    note: steering,
    authorizations: [{ ...authorization, number: steering }],
  };
  writeFileSync(file("loud.json"), JSON.stringify(loud));
  const text = (await runCommand(["plan", "--file", file("loud.json")])).output;
  expect(text).toContain("\\u001b[2J\\u009b31m\\u0000\\u202e");
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
  const db = ["--db", file("echo.sqlite")];
  await runCommand(["flights", "import", file("loud.json"), ...db]);
  const exported = (await runCommand(["flights", "export", example.id, ...db])).output;
  expect(exported.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(JSON.parse(exported)).toEqual(JSON.parse(JSON.stringify(loud)));
});

test("what breaks is said once, with the place where it is written down", async () => {
  const db = ["--db", file("breaks.sqlite")];
  await runCommand(["flights", "list", ...db]);
  new Sqlite(file("breaks.sqlite"))
    .exec("CREATE TRIGGER no BEFORE INSERT ON flights BEGIN SELECT RAISE(ABORT, 'no'); END")
    .close();
  writeFileSync(file("example.json"), JSON.stringify(example));
  const { status, complaint } = await runCommand(["flights", "import", file("example.json"), ...db]);
  expect(status).toBe(2);
  expect(complaint).toMatch(/^Something broke in Daliz\. It is written down in \S+breaks\.log under \w+\.$/);
});

describe("packet", () => {
  test("goes out and verifies; one changed byte in it is told with status 1", async () => {
    const out = file("packets/below");
    const { output, complaint } = await runCommand(["packet", "export", "--example", "--out", out, "--json"]);
    expect(complaint).toBe("");
    const { path, sizeBytes } = z
      .object({ path: z.string(), sizeBytes: z.number() })
      .parse(JSON.parse(output));
    expect(path.startsWith(out)).toBe(true);
    const bytes = readFileSync(path);
    expect(bytes).toHaveLength(sizeBytes);
    expect(await runCommand(["packet", "verify", path])).toMatchObject({ status: 0, complaint: "" });
    bytes[sizeBytes >> 1] = (bytes[sizeBytes >> 1] ?? 0) ^ 1;
    writeFileSync(file("changed.zip"), bytes);
    for (const zip of [file("changed.zip"), file("text.zip")]) {
      const verdict = await runCommand(["packet", "verify", zip]);
      expect(verdict).toMatchObject({ status: 1, output: "" });
      expect(verdict.complaint).toMatch(/^[^\n]+\.$/);
    }
  });

  test("of a stored flight is written from the database and noted in its audit", async () => {
    const db = ["--db", file("packet.sqlite")];
    const { output } = await runCommand(["call", "flights.example", ...db]);
    writeFileSync(file("packet-flight.json"), output);
    await runCommand(["flights", "import", file("packet-flight.json"), ...db]);
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(output));
    const exported = await runCommand(["packet", "export", id, "--out", file("stored"), ...db]);
    expect(exported).toMatchObject({ status: 0, complaint: "" });
    expect(exported.output).toMatch(/^Wrote .*NOT CLEARED\.$/);
    expect((await runCommand(["database", "check", ...db])).output).toMatch(/2 audit rows/);
    const inFile = await runCommand(["packet", "export", id, "--out", file("packet-flight.json/x"), ...db]);
    expect(inFile).toMatchObject({ status: 2, output: "" });
    expect(inFile.complaint).toMatch(/a file is in its place/);
  });
});

test("as a process: JSON alone on standard output, a sentence alone on standard error", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["electron/cli.ts", ...args], { encoding: "utf8" });
  const good = run("plan", "LTAC", "UACC", ...ETD, "--json");
  expect({ status: good.status, stderr: good.stderr }).toEqual({ status: 0, stderr: "" });
  planSchema.parse(JSON.parse(good.stdout));
  const bad = run("plan", "LTAC", "UACC");
  expect({ status: bad.status, stdout: bad.stdout }).toEqual({ status: 2, stdout: "" });
  expect(bad.stderr).toBe("When is off block? Give it with its zone: --etd 2026-12-01T06:00Z.\n");
  const help = run("--help");
  expect(help.status).toBe(0);
  expect(help.stdout).toContain("--paratroopers N");
});
