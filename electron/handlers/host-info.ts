import type { Handlers } from "#domain/api/contract.ts";
import type { HostContext } from "./context.ts";

export function hostHandlers(context: HostContext): Pick<Handlers, "host.info" | "reference.get"> {
  const { version, mode, open, defaultPacketFolder, reference } = context;
  return {
    "host.info": () => ({
      version,
      mode,
      databasePath: open.path,
      readOnlyReason: open.readOnlyReason,
      defaultPacketFolder,
    }),
    "reference.get": () => reference,
  };
}
