import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Api, Output } from "#domain/api/contract.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { plusMinutes, type Zulu } from "#domain/zulu.ts";
import { checkDatabase } from "#electron/database/check.ts";
import { openDatabase } from "#electron/database/open.ts";
import { temporaryFolder } from "./support/folders.ts";
import { apiOf, hostIn, NOON } from "./support/hosts.ts";

type Listed = Output<"flights.list">;

/** An API on a new database, and its clock. */
async function started() {
  const folder = temporaryFolder();
  const clock = { now: NOON };
  const host = hostIn(folder, { now: () => clock.now });
  onTestFinished(host.close);
  const api = apiOf(host);
  return { api, clock, host, folder, example: await api.flights.example({}) };
}

function find(api: Api, text: string, filter: "all" | "needs-action" | "cleared" = "all"): Promise<Listed> {
  return api.flights.list({ text, filter, offset: 0, limit: 500 });
}

const idsOf = ({ flights }: Listed) => flights.map(({ id }) => id);

/** The example with every State granted for a day around it. */
async function granted(api: Api, example: Flight, validTo: Zulu): Promise<Flight> {
  const { assess } = await import("#domain/flight/assess.ts");
  const { recordAuthorization } = await import("#domain/authorization/record.ts");
  const assessment = assess(example, await api.reference.get({}), NOON);
  let flight = example;
  for (const { state } of assessment.requirements) {
    flight = recordAuthorization(flight, assessment, {
      state,
      status: "granted",
      number: "A-1",
      validFrom: plusMinutes(example.offBlockAt, -600),
      validTo,
      note: "",
      grantedFor: null,
    });
  }
  return flight;
}

describe("search", () => {
  test.each([
    ["izmir", "İZMİR"],
    ["IZMIR", "izmir"],
    ["İzmir", "IZMIR"],
    ["ISPARTA", "Isparta"],
    ["ısparta", "ISPARTA"],
    ["isparta", "Isparta"],
    ["şırnak", "Şırnak"],
    ["sirnak", "ŞIRNAK"],
    ["қазақ", "ҚАЗАҚСТАН"],
    ["ақтөбе", "Ақтөбе"],
    ["tuaf 22", "call TUAF, plate 22"],
  ])("%s finds a note of %s", async (text, note) => {
    const { api, example } = await started();
    await api.flights.create({ flight: { ...example, id: "a", note }, note: "" });
    await api.flights.create({ flight: { ...example, id: "b", note: "something else" }, note: "" });
    expect(idsOf(await find(api, text))).toEqual(["a"]);
  });

  test("looks into call sign, registration, points and their names; all words count, in any order", async () => {
    const { api, example } = await started();
    await api.flights.create({
      flight: { ...example, id: "a", callSign: "KZF7", registration: "UP42" },
      note: "",
    });
    for (const text of ["kzf7", "up42", "erz", "LTAC uacc", "uacc ltac", "esenboga", "a b c d e", ""]) {
      expect((await find(api, text)).counts.all, text).toBe(1);
    }
    expect((await find(api, "kzf7 nowhere")).counts.all).toBe(0);
    expect((await find(api, "l t a c u a c q")).counts.all).toBe(0);
    expect((await find(api, "%")).counts.all).toBe(0);
    expect((await find(api, "'; DROP TABLE flights; --")).counts.all).toBe(0);
  });

  test("gives pages, latest off block first, with counts of everything that matches", async () => {
    const { api, example } = await started();
    for (let n = 0; n < 5; n++) {
      const offBlockAt = plusMinutes(example.offBlockAt, n * 60);
      await api.flights.create({ flight: { ...example, id: `f${n}`, offBlockAt }, note: "" });
    }
    const page = await api.flights.list({ text: "", filter: "all", offset: 1, limit: 2 });
    expect(idsOf(page)).toEqual(["f3", "f2"]);
    expect(page.counts).toEqual({ all: 5, needsAction: 5, cleared: 0 });
  });
});

test("a damaged flight does not stop the list, and can be removed", async () => {
  const { api, host, folder, example } = await started();
  for (const id of ["sound", "damaged"]) await api.flights.create({ flight: { ...example, id }, note: "" });
  host.close();
  const change = `UPDATE flights SET document = json_set(document, '$.taxiMinutes', 'soon') WHERE id = 'damaged'`;
  new Sqlite(join(folder, "daliz.sqlite")).exec(change).close();
  const open = openDatabase(join(folder, "daliz.sqlite"));
  expect(checkDatabase(open.db)).toContain(
    "Flight damaged does not read: taxiMinutes must be a number, not text.",
  );
  open.close();
  const again = hostIn(folder);
  onTestFinished(again.close);
  const damaged = apiOf(again);
  expect(idsOf(await find(damaged, "")).sort()).toEqual(["damaged", "sound"]);
  expect(idsOf(await find(damaged, "", "needs-action")).sort()).toEqual(["damaged", "sound"]);
  await expect(damaged.flights.get({ id: "damaged" })).rejects.toThrow(
    "The stored flight damaged is damaged (taxiMinutes must be a number, not text)",
  );
  await damaged.flights.remove({ id: "damaged", baseRevision: 1 });
  expect(idsOf(await find(damaged, ""))).toEqual(["sound"]);
});

describe("status", () => {
  test("cleared flights are told from those that need action", async () => {
    const { api, example } = await started();
    const cleared = await granted(api, example, plusMinutes(example.offBlockAt, 1_440));
    await api.flights.create({ flight: { ...cleared, id: "cleared" }, note: "" });
    await api.flights.create({ flight: { ...example, id: "open", authorizations: [] }, note: "" });
    expect(idsOf(await find(api, "", "cleared"))).toEqual(["cleared"]);
    expect(idsOf(await find(api, "", "needs-action"))).toEqual(["open"]);
    const all = await find(api, "");
    expect(all.counts).toEqual({ all: 2, needsAction: 1, cleared: 1 });
    expect(all.flights.find(({ id }) => id === "cleared")).toMatchObject({
      status: "cleared",
      clearedStates: 5,
      states: 5,
    });
  });

  test("changes by the clock alone: when a window has passed, and back when the clock was wrong", async () => {
    const { api, example, clock } = await started();
    // The window ends while the flight is under way.
    const validTo = plusMinutes(example.offBlockAt, 30);
    await api.flights.create({ flight: { ...(await granted(api, example, validTo)), id: "a" }, note: "" });
    const status = async () => (await find(api, "")).flights[0]?.status;
    const before = await status();
    expect(before).not.toBe("blocked");
    clock.now = validTo;
    expect(await status()).toBe(before);
    clock.now = plusMinutes(validTo, 1 / 60);
    expect(await status()).toBe("blocked");
    clock.now = NOON;
    expect(await status()).toBe(before);
  });

  test("is written with the flight, so that no list has to wait for it", async () => {
    const { api, example, host, folder } = await started();
    await api.flights.create({ flight: example, note: "" });
    await api.flights.save({ flight: { ...example, note: "x" }, baseRevision: 1, note: "" });
    host.close();
    const { db, close } = openDatabase(`${folder}/daliz.sqlite`);
    expect(db.prepare("SELECT revision FROM flight_summaries").pluck().all()).toEqual([2]);
    close();
  });

  test("is the flight's own after a save, with the data sets in use, and when the cache is gone", async () => {
    const { api, example, host, folder } = await started();
    const cleared = await granted(api, example, plusMinutes(example.offBlockAt, 1_440));
    await api.flights.create({ flight: { ...cleared, id: "a" }, note: "" });
    await api.flights.save({
      flight: { ...example, id: "a", authorizations: [] },
      baseRevision: 1,
      note: "",
    });
    expect((await find(api, "")).flights[0]).toMatchObject({ status: "pending", revision: 2 });
    host.close();
    for (const damage of [
      "UPDATE flight_summaries SET status = 'cleared', reference_version = 'older data'",
      "DELETE FROM flight_summaries",
    ]) {
      const { db, close } = openDatabase(`${folder}/daliz.sqlite`);
      db.exec(damage);
      close();
      const again = hostIn(folder);
      expect((await find(apiOf(again), "")).flights[0]).toMatchObject({ status: "pending", revision: 2 });
      again.close();
    }
  });
});
