import { keepCompiled } from "./host/compile-cache.ts";
import { nodeTooOld } from "./host/node-version.ts";

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on("error", () => process.exit());

const tooOld = nodeTooOld();
if (tooOld === null) {
  keepCompiled();
  // Imported only now: on an older Node the database would end the process without a message.
  const { runCommand } = await import("./command-line/run-command.ts");
  const { status, output, complaint } = await runCommand(process.argv.slice(2));
  if (output !== "") process.stdout.write(`${output}\n`);
  if (complaint !== "") process.stderr.write(`${complaint}\n`);
  process.exitCode = status;
} else {
  process.stderr.write(`${tooOld}\n`);
  process.exitCode = 2;
}
