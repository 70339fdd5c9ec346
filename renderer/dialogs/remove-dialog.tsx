import { useMutation } from "@tanstack/react-query";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";
import { Dialog } from "./dialog.tsx";

/** Asks before a flight goes to the trash. */
export function RemoveDialog({ close }: { close: () => void }) {
  const { api, flights, queries } = useSession();
  const { committed } = useOpenFlight();
  const remove = useMutation({
    mutationFn: async () => {
      if (!(await flights.settled())) throw new Error("The flight is not saved: settle that first.");
      const { revision } = await api.flights.get({ id: committed.id });
      await api.flights.remove({ id: committed.id, baseRevision: revision });
    },
    onSuccess: async () => {
      close();
      flights.close();
      await queries.invalidateQueries({ queryKey: ["flights"] });
    },
  });
  return (
    <Dialog title="Delete flight" close={close}>
      <p>
        {committed.callSign === "" ? "This flight" : committed.callSign} goes to the trash and leaves the
        list; all its revisions stay in the database.
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
