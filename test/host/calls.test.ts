import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { apiOver, type Transport } from "#domain/api/client.ts";
import { type CallName, contract } from "#domain/api/contract.ts";
import type { Reply } from "#domain/api/failure.ts";
import { epochMs, zuluAt } from "#domain/zulu.ts";
import { runCommand } from "#electron/command-line/run-command.ts";
import { dataFolder, screenFolder } from "#electron/host/folders.ts";
import type { Host } from "#electron/host/host.ts";
import { serveHttp } from "#electron/host/http.ts";
import { serveIpc } from "#electron/host/ipc.ts";
import { temporaryFolder } from "./support/folders.ts";
import { hostIn } from "./support/hosts.ts";

const folder = temporaryFolder();

/** What a transport is on, and whether it has a window to ask in. */
type Way = { transport: Transport; chosen: string | null };

const ways: Record<string, () => Promise<Way>> = {
  "Electron IPC": async () => {
    const host = closing(hostIn(join(folder, "ipc"), { chooseFolder: async () => "/chosen" }));
    let listener: ((event: string, ...rest: unknown[]) => unknown) | null = null;
    const ipc = {
      handle: (channel: string, handler: (event: string, ...rest: unknown[]) => unknown) => {
        if (channel === "call") listener = handler;
      },
    };
    serveIpc(ipc, host, (event) => event === "our window");
    const invoke = async (event: string, name: string, input: unknown) =>
      // Electron clones what crosses: functions and class instances would not arrive.
      structuredClone(await listener?.(event, structuredClone(name), structuredClone(input)));
    await expect(invoke("another window", "host.info", {})).rejects.toThrow("may not call");
    return {
      transport: async (name, input) => (await invoke("our window", name, input)) as Reply<unknown>,
      chosen: "/chosen",
    };
  },
  "loopback HTTP": async () => {
    const server = await serveHttp(closing(hostIn(join(folder, "http"))), { screenFolder, dataFolder });
    onTestFinished(server.close);
    const transport: Transport = async (name, input) => {
      const response = await fetch(`http://127.0.0.1:${server.port}/api/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-daliz-token": server.token },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Reply<unknown>;
    };
    return { transport, chosen: null };
  },
  "command line": async () => {
    const db = join(folder, "command-line", "daliz.sqlite");
    const transport: Transport = async (name, input) => {
      const { status, output, complaint } = await runCommand([
        "call",
        name,
        JSON.stringify(input),
        "--db",
        db,
      ]);
      if (status === 0) return { ok: true, value: JSON.parse(output) };
      return { ok: false, failure: { kind: "refusal", code: "", sentence: complaint } };
    };
    return { transport, chosen: null };
  },
};

function closing(host: Host): Host {
  onTestFinished(host.close);
  return host;
}

describe.each(Object.entries(ways))("over %s", (name, way) => {
  test("every call of the contract answers", async () => {
    const { transport, chosen } = await way();
    const called = new Set<CallName>();
    const api = apiOver((call, input) => {
      called.add(call);
      return transport(call, input);
    });

    const info = await api.host.info({});
    expect(info.databasePath).toMatch(/daliz\.sqlite$/);
    expect(info.readOnlyReason).toBe(null);
    const reference = await api.reference.get({});
    expect(reference.airspaces).toHaveLength(37);
    expect(reference.version).toMatch(/^[0-9a-f]{64}$/);

    expect(await api.settings.get({})).toEqual({
      theme: "system",
      lastFlightId: "",
      packetFolder: "",
      layout: {},
    });
    await api.settings.set({ theme: "dark", layout: { list: 236, open: true } });
    expect(await api.settings.set({ lastFlightId: "x" })).toEqual({
      theme: "dark",
      lastFlightId: "x",
      packetFolder: "",
      layout: { list: 236, open: true },
    });

    const example = await api.flights.example({});
    expect(example.waypoints.map(({ ident }) => ident)).toEqual(
      "LTAC ERZ TBS 4055N04700E 4120N04930E UATE UACC".split(" "),
    );
    const id = example.id;
    const created = await api.flights.create({ flight: example, note: "New" });
    expect(created).toMatchObject({ flight: example, revision: 1 });
    await expect(api.flights.create({ flight: example, note: "" })).rejects.toThrow(/exists already/);

    const changed = { ...example, callSign: "TUAF01", note: "İzmir" };
    const saved = await api.flights.save({ flight: changed, baseRevision: 1, note: "Call sign" });
    expect(saved.revision).toBe(2);
    await expect(api.flights.save({ flight: example, baseRevision: 1, note: "" })).rejects.toThrow(
      /changed elsewhere: revision 2/,
    );
    expect(await api.flights.get({ id })).toEqual(saved);
    expect((await api.flights.revisions({ id })).map(({ revision, note }) => [revision, note])).toEqual([
      [2, "Call sign"],
      [1, "New"],
    ]);

    const wanted = { text: "izmir", filter: "all", offset: 0, limit: 10 } as const;
    const listed = await api.flights.list(wanted);
    expect(listed.counts.all).toBe(1);
    expect(listed.flights[0]).toMatchObject({ id, callSign: "TUAF01", stops: ["LTAC", "UATE", "UACC"] });
    expect(listed.flights[0]?.states).toBe(5);

    const packets = join(folder, name, "packets");
    await expect(api.packets.export({ flightId: id, folder: packets })).rejects.toThrow(packets);
    await expect(api.packets.export({ flightId: id, folder: "packets" })).rejects.toThrow(/a whole path/);
    mkdirSync(packets, { recursive: true });
    const packet = await api.packets.export({ flightId: id, folder: packets });
    expect(existsSync(packet.path)).toBe(true);
    expect(packet.path.startsWith(packets)).toBe(true);
    expect((await api.settings.get({})).packetFolder).toBe(packets);

    if (chosen === null) await expect(api.packets.chooseFolder({})).rejects.toThrow(/no window/);
    else expect(await api.packets.chooseFolder({})).toEqual({ folder: chosen });

    expect(await api.flights.remove({ id, baseRevision: 2 })).toEqual({});
    expect((await api.flights.list(wanted)).counts.all).toBe(0);
    await expect(api.flights.get({ id })).rejects.toThrow(/TUAF01 is in the trash/);
    expect(await api.flights.restore({ id })).toEqual(saved);
    expect((await api.flights.list(wanted)).counts.all).toBe(1);

    expect([...called].sort()).toEqual(Object.keys(contract).sort());
  });

  test("what does not fit is refused with a sentence that names the call and the field", async () => {
    const { transport } = await way();
    const sentence = async (call: string, input: unknown) => {
      const reply = await transport(call as CallName, input);
      return reply.ok ? "ok" : reply.failure.sentence;
    };
    expect(await sentence("flights.nothing", {})).toBe("Daliz has no call named flights.nothing.");
    expect(await sentence("toString", {})).toBe("Daliz has no call named toString.");
    expect(await sentence("flights.get", { id: 5 })).toMatch(
      /^flights\.get was refused: id must be text, not 5\.$/,
    );
    expect(await sentence("flights.get", { id: "none" })).toBe("There is no flight with the id none.");
    const flight = { schemaVersion: 1, id: "x", callSign: "lower" };
    expect(await sentence("flights.create", { flight, note: "" })).toMatch(
      /flight\.callSign must have up to seven/,
    );
    expect(await sentence("flights.list", { text: "", filter: "all", offset: 0, limit: 10 })).toBe("ok");
  });
});

test("the example's off block is on the day after today, and its grants move with it", async () => {
  const shipped = { offBlock: "2026-12-02T05:30:00Z" };
  for (const now of ["2026-11-24T23:59:59Z", "2028-02-28T00:00:00Z"]) {
    const host = hostIn(join(folder, `example-${now.slice(0, 4)}`), { now: () => now as never });
    const example = await apiOver(host.call).flights.example({});
    host.close();
    const tomorrow = zuluAt(Date.parse(now.slice(0, 10)) + 86_400_000).slice(0, 10);
    expect(example.offBlockAt).toBe(`${tomorrow}T05:30:00Z`);
    const grant = example.authorizations.find(({ validTo }) => validTo !== null);
    const original = (await import("#data/examples/ankara-astana.json")).default.authorizations.find(
      ({ state }) => state === grant?.state,
    );
    const moved = epochMs(example.offBlockAt) - Date.parse(shipped.offBlock);
    expect(Date.parse(grant?.validTo ?? "") - Date.parse(original?.validTo ?? "")).toBe(moved);
  }
});
