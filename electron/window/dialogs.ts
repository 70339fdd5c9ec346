import { type BrowserWindow, dialog } from "electron";

/** Asks for a folder, also a new one; null when cancelled. */
export async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: "Folder for packets",
    buttonLabel: "Choose",
    properties: ["openDirectory", "createDirectory"],
  };
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}
