import { useMutation } from "@tanstack/react-query";
import { Refusal } from "#domain/api/failure.ts";
import { markRemoved } from "#renderer/commands/flight-commands.ts";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";
import { Dialog } from "./dialog.tsx";

/** Asks before a flight goes to the trash. */
export function RemoveDialog({ close }: { close: () => void }) {
  const session = useSession();
  const { api, flights } = session;
  const { committed } = useOpenFlight();
  const remove = useMutation({
    mutationFn: async () => {
      if (!(await flights.settled())) throw new Error("The flight is not saved: settle that first.");
      try {
        const { revision } = await api.flights.get({ id: committed.id });
        await api.flights.remove({ id: committed.id, baseRevision: revision });
      } catch (error) {
        // Deleted in another window already: that is what was asked for.
        if (!(error instanceof Refusal) || error.code !== "flight-in-trash") throw error;
      }
    },
    onSuccess: () => {
      close();
      flights.close();
      markRemoved(session, { id: committed.id, callSign: committed.callSign });
    },
  });
  return (
    <Dialog title="Delete flight" close={close}>
      <p>
        {committed.callSign === "" ? "This flight" : committed.callSign} goes to the trash and leaves the
        list; all its revisions stay in the database. The bar below offers it back.
      </p>
      {remove.isError && (
        <p className="problem" role="alert">
          Not deleted: {remove.error.message}
        </p>
      )}
      <footer>
        <button type="button" className="button" onClick={close}>
          Keep it
        </button>
        <button
          type="button"
          className="button filled"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          Delete flight
        </button>
      </footer>
    </Dialog>
  );
}
