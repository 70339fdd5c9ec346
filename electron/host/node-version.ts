/**
 * A sentence when this Node is too old, else null. better-sqlite3 13 ends an older Node without a message, so this
 * has to be asked before the database is imported. `nodeTooOld("24.21.0") === null`
 */
export function nodeTooOld(version: string = process.versions.node): string | null {
  const [major = 0] = version.split(".").map(Number);
  if (major >= 24) return null;
  return `Daliz needs Node 24 and this is Node ${version}: start it with npm, which brings its own, after npm ci.`;
}
