import { keysText } from "#renderer/commands/command.ts";
import { COMMANDS, runCommand } from "#renderer/commands/registry.ts";
import { useSession } from "#renderer/state/session.ts";
import { Dialog } from "./dialog.tsx";

/** Every command with its keys; a click runs it. Those that cannot be done now say why. */
export function ShortcutsDialog({ close }: { close: () => void }) {
  const session = useSession();
  return (
    <Dialog title="Commands and keys" close={close}>
      <table className="grid plain">
        <tbody>
          {COMMANDS.filter(({ id }) => id !== "shortcuts").map((command) => {
            const refusal = command.refusal(session);
            return (
              <tr key={command.id}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    disabled={refusal !== null}
                    title={refusal ?? undefined}
                    onClick={() => {
                      close();
                      runCommand(session, command);
                    }}
                  >
                    {command.name ?? command.title(session)}
                  </button>
                </th>
                <td className="mono">{command.keys.map(keysText).join(", ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}
