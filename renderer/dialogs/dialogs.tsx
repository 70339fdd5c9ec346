import { useSession, useView } from "#renderer/state/session.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { SourcesDialog } from "./sources-dialog.tsx";

/** The one dialog that is open, if any. */
export function Dialogs() {
  const { view } = useSession();
  const dialog = useView((state) => state.dialog);
  const close = () => view.setState({ dialog: { kind: "none" } });
  switch (dialog.kind) {
    case "none":
      return null;
    case "sources":
      return <SourcesDialog close={close} />;
    case "export":
      return <ExportDialog close={close} />;
    case "conflict":
      return <ConflictDialog close={close} />;
    case "remove":
      return <RemoveDialog close={close} />;
    case "shortcuts":
      return <ShortcutsDialog close={close} />;
  }
}
