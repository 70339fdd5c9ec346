import { isAbsolute } from "node:path";
import type { Handlers } from "#domain/api/contract.ts";
import { Refusal } from "#domain/api/failure.ts";
import { assess } from "#domain/flight/assess.ts";
import { appendAudit } from "#electron/database/audit.ts";
import { readFlight } from "#electron/database/flights.ts";
import { writeSettings } from "#electron/database/settings.ts";
import { inTransaction } from "#electron/database/write.ts";
import { makeFolder } from "#electron/host/make-folder.ts";
import type { HostContext } from "./context.ts";

export function packetHandlers(
  context: HostContext,
): Pick<Handlers, "packets.export" | "packets.chooseFolder"> {
  const { open, reference, actor, chooseFolder } = context;
  return {
    "packets.export": async ({ flightId, folder }) => {
      const { flight, revision } = readFlight(open.db, flightId);
      if (folder === "") makeFolder(context.defaultPacketFolder);
      else if (!isAbsolute(folder)) {
        throw new Refusal(
          "packet-folder",
          `The folder ${folder} has to be a whole path, such as ${context.defaultPacketFolder}.`,
        );
      }
      const now = context.now();
      const assessment = assess(flight, reference, now);
      // Loaded when it is needed: PDF code is the larger part of what the host could load.
      const { exportPacket } = await import("#electron/packet/write.ts");
      const packet = await exportPacket({
        flight,
        assessment,
        reference,
        now,
        folder: folder === "" ? context.defaultPacketFolder : folder,
        revision,
      });
      // A database that may only be read still gives packets; they are then not in its audit.
      if (open.readOnlyReason === null) {
        inTransaction(open, () => {
          const { path, sha256, cleared } = packet;
          const payload = { id: flight.id, revision, path, sha256, cleared };
          appendAudit(open.db, { at: now, actor, action: "packet exported", payload });
          if (folder !== "") writeSettings(open.db, { packetFolder: folder });
        });
      }
      return packet;
    },
    "packets.chooseFolder": async () => {
      if (chooseFolder === null) {
        throw new Refusal("no-window", "There is no window to choose a folder in: type the folder's path.");
      }
      return { folder: await chooseFolder() };
    },
  };
}
