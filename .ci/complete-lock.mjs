// Completes package-lock.json after `npm install` on a machine whose registry or npm left something out. Without it
// `npm ci` refuses the lock on npm 11, installs nothing for other systems, and on npm 10 wants Python and a compiler.
//   node .ci/complete-lock.mjs            writes the lock
//   node .ci/complete-lock.mjs --check    exits 1 and says what is missing
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = [];

// The builds of a package for other systems (`@biomejs/cli-darwin-arm64`), which its optionalDependencies name with
// an exact version. A registry that does not hold them makes npm drop them.
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (found(path, name) || !/^\d/.test(version)) continue;
    missing.push(`${name} ${version}`);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...systemOf(name),
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true,
    };
  }
}

// npm 10 compiles every package with a binding.gyp unless the lock repeats the package's own "gypfile": false;
// better-sqlite3 carries prebuilt addons and says so, but npm does not copy that field into the lock.
const sqlite = lock.packages["node_modules/better-sqlite3"];
if (sqlite.gypfile !== false) {
  missing.push('better-sqlite3 "gypfile": false');
  sqlite.gypfile = false;
}

if (missing.length === 0) console.log("package-lock.json is complete");
else if (process.argv.includes("--check")) {
  console.error(`package-lock.json lacks ${missing.join(", ")}: run node .ci/complete-lock.mjs`);
  process.exitCode = 1;
} else {
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`added ${missing.join(", ")}`);
}

/** Whether Node would find `name` from the package at `path`. */
function found(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/"))).replace(/\/$/, "")) {
    if (lock.packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === "") return false;
  }
}

/** The `os`, `cpu` and `libc` that such a package name states. */
function systemOf(name) {
  const words = name.split(/[/-]/);
  const os = [
    "android",
    "darwin",
    "freebsd",
    "linux",
    "openharmony",
    "win32",
    "aix",
    "netbsd",
    "openbsd",
    "sunos",
  ].find((word) => words.includes(word) || words.some((w) => w.startsWith(`${word}`) && /musl$/.test(w)));
  const cpu = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "wasm32"].find((word) =>
    words.includes(word),
  );
  const libc = words.some((word) => /musl/.test(word)) ? "musl" : words.includes("gnu") ? "glibc" : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(os === undefined ? {} : { os: [os] }),
    ...(os === "linux" && libc !== undefined ? { libc: [libc] } : {}),
  };
}
