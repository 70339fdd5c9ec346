import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";
import manifest from "./package.json" with { type: "json" };

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the planner sees: one page for the window and for the loopback host. */
const screen: UserConfig = {
  root: folder("renderer"),
  base: "./",
  plugins: [react()],
  // Nothing inlined: the page's Content-Security-Policy takes fonts from its own origin only.
  build: {
    outDir: folder("dist/renderer"),
    emptyOutDir: true,
    target: "chrome130",
    assetsInlineLimit: 0,
    // One page from the same machine: MapLibre and React may come in one piece.
    chunkSizeWarningLimit: 2_500,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  optimizeDeps: { exclude: ["maplibre-gl"] },
};

/** The host for Electron; packages stay outside the bundle. The sandbox wants its preload as one CommonJS file. */
function host(entry: "main" | "preload"): UserConfig {
  return {
    build: {
      ssr: true,
      outDir: folder("dist/electron"),
      emptyOutDir: entry === "main",
      target: "node20",
      rolldownOptions: {
        input: folder(`electron/${entry}.ts`),
        external: [
          "electron",
          ...builtinModules.flatMap((name) => [name, `node:${name}`]),
          ...Object.keys(manifest.dependencies).flatMap((name) => [name, new RegExp(`^${name}/`)]),
        ],
        output:
          entry === "main"
            ? { format: "es", entryFileNames: "main.js" }
            : { format: "cjs", entryFileNames: "preload.cjs" },
      },
    },
  };
}

export default defineConfig(({ mode }) =>
  mode === "host" ? host("main") : mode === "preload" ? host("preload") : screen,
);
