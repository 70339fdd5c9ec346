import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { numberText } from "#domain/text.ts";
import { useHostInfo } from "#renderer/state/queries.ts";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";
import { Dialog } from "./dialog.tsx";

/** Writes the packet of the open flight, and says where it went and whether it is cleared. */
export function ExportDialog({ close }: { close: () => void }) {
  const { api, flights, stateName } = useSession();
  const { committed, assessment } = useOpenFlight();
  const info = useHostInfo();
  const [folder, setFolder] = useState("");
  const waiting = assessment.requirements.filter(({ standing }) => standing !== "cleared");
  const write = useMutation({
    mutationFn: async () => {
      if (!(await flights.settled())) throw new Error("The flight is not saved: settle that first.");
      return api.packets.export({ flightId: committed.id, folder });
    },
  });
  const choose = useMutation({
    mutationFn: () => api.packets.chooseFolder({}),
    onSuccess: ({ folder: chosen }) => chosen !== null && setFolder(chosen),
  });
  const target = folder === "" ? (info.data?.defaultPacketFolder ?? "the default folder") : folder;
  return (
    <Dialog title="Export packet" close={close}>
      {waiting.length > 0 && (
        <p className="not-cleared">
          <b>NOT CLEARED</b> will stand across the cover:{" "}
          {waiting.map(({ state }) => stateName(state)).join(", ")} {waiting.length === 1 ? "has" : "have"}{" "}
          not cleared the flight.
        </p>
      )}
      <p>
        One ZIP with the PDF, the ICAO flight plan, GeoJSON and a manifest with the SHA-256 of each file.
        Nothing is overwritten.
      </p>
      <p className="path">
        Folder <span className="mono">{target}</span>{" "}
        {info.data?.mode === "desktop" && (
          <button type="button" className="link" onClick={() => choose.mutate()}>
            Choose another
          </button>
        )}
      </p>
      {write.isError && (
        <p className="problem" role="alert">
          Not written: {write.error.message}
        </p>
      )}
      {write.isSuccess && (
        <div role="status">
          <dl className="result">
            <dt>Written</dt>
            <dd className="mono" data-packet-path="">
              {write.data.path}
            </dd>
            <dt>Size</dt>
            <dd className="mono">{numberText(write.data.sizeBytes)} bytes</dd>
            <dt>SHA-256</dt>
            <dd className="mono">{write.data.sha256}</dd>
            <dt>Files</dt>
            <dd className="mono">{write.data.files.join(", ")}</dd>
            <dt>Cover</dt>
            <dd>{write.data.cleared ? "Cleared" : "NOT CLEARED"}</dd>
          </dl>
        </div>
      )}
      <footer>
        <button type="button" className="button" onClick={close}>
          Close
        </button>
        <button
          type="button"
          className="button filled"
          disabled={write.isPending}
          onClick={() => write.mutate()}
        >
          {write.isPending ? "Writing the packet" : write.isSuccess ? "Write another" : "Write packet"}
        </button>
      </footer>
    </Dialog>
  );
}
