import { COMMANDS } from "#renderer/commands/registry.ts";
import { useSession } from "#renderer/state/session.ts";
import { Dialog } from "./dialog.tsx";

/** Every command that has a key. */
export function ShortcutsDialog({ close }: { close: () => void }) {
  const session = useSession();
  return (
    <Dialog title="Keyboard" close={close}>
      <table className="grid plain">
        <tbody>
          {COMMANDS.filter(({ keys }) => keys.length > 0).map((command) => (
            <tr key={command.id}>
              <th scope="row">{command.title(session)}</th>
              <td className="mono">{command.keys.map((keys) => keys.replaceAll("+", " ")).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
