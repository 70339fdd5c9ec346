import { type BrowserWindow, type IpcMainInvokeEvent, protocol, session } from "electron";
import { type FileFolders, staticFile } from "#electron/host/files.ts";

const SCHEME = "app";
const ORIGIN = `${SCHEME}://daliz`;

export const START_PAGE = `${ORIGIN}/`;

/** Makes `app://` a secure standard scheme; has to run before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the screen on `app://daliz/`, and lets no request go anywhere else. */
export function serveScheme(folders: FileFolders): void {
  const own = session.defaultSession;
  own.protocol.handle(SCHEME, (request) =>
    isOurs(request.url) ? staticFile(request, folders) : new Response("Not found.", { status: 404 }),
  );
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysHere(url) }));
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on("will-download", (event) => event.preventDefault());
  own.setSpellCheckerEnabled(false);
}

/** Whether a call comes from the main frame of our window, showing our page. */
export function isOurPage(
  { senderFrame, sender }: IpcMainInvokeEvent,
  window: BrowserWindow | null,
): boolean {
  return (
    window !== null &&
    sender === window.webContents &&
    senderFrame === window.webContents.mainFrame &&
    isOurs(senderFrame.url)
  );
}

export function isOurs(address: string): boolean {
  return address === ORIGIN || address.startsWith(`${ORIGIN}/`);
}

/** Our own addresses, data inside the page, and the developer tools where they are open. */
function staysHere(address: string): boolean {
  return isOurs(address) || address.startsWith(`blob:${ORIGIN}/`) || /^(data|devtools):/.test(address);
}
