import { type BrowserWindow, dialog } from "electron";

/** Asks whether to close over work that is not saved; Escape keeps the window. */
export function asksToLose(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: "warning",
    message: "Daliz holds work that is not saved.",
    detail: "A save is under way or was refused, or a field holds text that was not taken. Closing loses it.",
    buttons: ["Keep open", "Close and lose it"],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}

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
