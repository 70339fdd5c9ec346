import { contextBridge, ipcRenderer } from "electron";
import { CALL_CHANNEL } from "./host/ipc.ts";

// All that the page gets of Electron: one function that carries calls of the contract.
contextBridge.exposeInMainWorld("daliz", {
  call: (name: string, input: unknown) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
});
