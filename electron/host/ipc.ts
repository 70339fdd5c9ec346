import type { Host } from "./host.ts";

/** The part of Electron's `ipcMain` that carries calls. */
type Ipc<Event> = {
  handle: (channel: string, listener: (event: Event, ...rest: unknown[]) => unknown) => void;
};

export const CALL_CHANNEL = "call";

/** Answers calls over IPC, from senders that `isOurs` accepts and from nobody else. */
export function serveIpc<Event>(ipc: Ipc<Event>, host: Host, isOurs: (event: Event) => boolean): void {
  ipc.handle(CALL_CHANNEL, (event, name, input) => {
    if (!isOurs(event)) throw new Error("This frame may not call the host.");
    return host.call(String(name), input);
  });
}
