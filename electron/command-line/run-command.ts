import { Defect, Refusal } from "#domain/api/failure.ts";
import { refused } from "./arguments.ts";
import { callCommand } from "./call-command.ts";
import { databaseCommand } from "./database-command.ts";
import { flightsCommand } from "./flights-command.ts";
import { HELP } from "./help.ts";
import { done, type Outcome } from "./outcome.ts";
import { packetCommand } from "./packet-command.ts";
import { planCommand } from "./plan-command.ts";
import { printed, printedSentence } from "./printed.ts";

/** Runs one command line. Whatever is wrong with it is one sentence and status 2, with nothing on standard output. */
export async function runCommand(args: readonly string[]): Promise<Outcome> {
  const { status, output, complaint } = await outcomeOf(args);
  return { status, output: printed(output), complaint: printedSentence(complaint) };
}

async function outcomeOf(args: readonly string[]): Promise<Outcome> {
  try {
    const [command, ...rest] = args;
    if (args.includes("--help") || args.includes("-h")) return done(HELP);
    switch (command) {
      case "plan":
        return done(planCommand(rest));
      case "flights":
        return done(await flightsCommand(rest));
      case "packet":
        return await packetCommand(rest);
      case "database":
        return databaseCommand(rest);
      case "call":
        return done(await callCommand(rest));
      case undefined:
        throw refused("Which command? plan, flights, packet, database or call: see --help.");
      default:
        throw refused(`There is no command ${command}: plan, flights, packet, database or call, see --help.`);
    }
  } catch (error) {
    return { status: 2, output: "", complaint: sentenceFor(error) };
  }
}

function sentenceFor(error: unknown): string {
  const sentence = error instanceof Error ? error.message : String(error);
  return error instanceof Refusal || error instanceof Defect
    ? sentence
    : `Something broke in Daliz: ${sentence}`;
}
