import type { Transport } from "#domain/api/client.ts";
import { readArguments, refused } from "./arguments.ts";
import { withTransport } from "./with-host.ts";

/** `call NAME [INPUT]`: any call of the host, with its input as JSON, for scripts. Prints the value as JSON. */
export async function callCommand(args: readonly string[]): Promise<string> {
  const { words, options } = readArguments(args, { db: "text", json: "flag" } as const);
  const [name, input = "{}"] = words;
  if (name === undefined || words.length > 2) throw refused("Write call NAME 'INPUT AS JSON': see --help.");
  const parsed = jsonFrom(input);
  const reply = await withTransport(options.db, (transport) =>
    // The host refuses a name that it does not know.
    transport(name as Parameters<Transport>[0], parsed),
  );
  if (!reply.ok) throw refused(reply.failure.sentence);
  return JSON.stringify(reply.value, null, 2);
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused("The input of the call is not JSON.");
  }
}
