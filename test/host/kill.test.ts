import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkDatabase } from "#electron/database/check.ts";
import { readFlight } from "#electron/database/flights.ts";
import { openDatabase } from "#electron/database/open.ts";
import { temporaryFolder } from "./support/folders.ts";

const ROUNDS = 20;

/** Runs the child, kills it some milliseconds after its first save, and gives the last revision it was told. */
function savedUntilKilled(folder: string, id: string, afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["test/host/support/saving-child.ts", folder, id]);
    let output = "";
    let complaint = "";
    child.stderr.on("data", (text) => {
      complaint += text;
    });
    child.stdout.on("data", (text) => {
      if (output === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
      output += text;
    });
    child.once("close", (_, signal) => {
      const last = output.trimEnd().split("\n").at(-1) ?? "";
      if (signal === "SIGKILL" && complaint === "") resolve(Number(last.split(" ")[1]));
      else reject(new Error(`the child ended by itself: ${complaint}`));
    });
  });
}

test(`a host killed in ${ROUNDS} points of its saves leaves no half states and loses nothing it confirmed`, async () => {
  const folder = temporaryFolder();
  let saves = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const id = `flight-${round}`;
    const confirmed = await savedUntilKilled(folder, id, Math.random() * 120);
    const { db, close } = openDatabase(join(folder, "daliz.sqlite"));
    expect(checkDatabase(db)).toEqual([]);
    const { revision, flight } = readFlight(db, id);
    // The save under way when it died may be there as a whole, or not at all.
    expect([confirmed, confirmed + 1]).toContain(revision);
    if (revision > 1) expect(flight.note.endsWith(` ${revision - 1}`)).toBe(true);
    saves += revision;
    close();
  }
  expect(saves).toBeGreaterThan(ROUNDS * 2);
}, 120_000);
