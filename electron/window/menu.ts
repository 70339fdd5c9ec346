import { app, Menu, type MenuItemConstructorOptions } from "electron";

/**
 * The system's menu with what belongs to the window. Undo and redo are left out on purpose: they are commands of the
 * planner, and a menu item would take their keys away from the page.
 */
export function setMenu(): void {
  const mac: MenuItemConstructorOptions[] = process.platform === "darwin" ? [{ role: "appMenu" }] : [];
  const quit: MenuItemConstructorOptions[] =
    process.platform === "darwin" ? [] : [{ label: "File", submenu: [{ role: "quit" }] }];
  const tools: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ role: "toggleDevTools" }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      ...quit,
      {
        label: "Edit",
        submenu: [{ role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }],
      },
      {
        label: "View",
        submenu: [
          { role: "resetZoom" },
          { role: "zoomIn" },
          { role: "zoomOut" },
          { type: "separator" },
          { role: "togglefullscreen" },
          ...tools,
        ],
      },
    ]),
  );
}
