import type { z } from "zod";
import { type CallName, contract, type Handlers } from "#domain/api/contract.ts";
import { Refusal, type Reply } from "#domain/api/failure.ts";
import type { DefectLog } from "./log.ts";

/**
 * The one door into the host: parses the input with the contract, runs the handler and gives back data, whatever
 * happens. `checkOutput` holds the handlers to the contract, too; it is for tests.
 */
export async function dispatch(
  handlers: Handlers,
  name: string,
  input: unknown,
  defect: DefectLog,
  checkOutput: boolean,
): Promise<Reply<unknown>> {
  try {
    if (!isCall(name)) throw new Refusal("unknown-call", `Daliz has no call named ${name.slice(0, 60)}.`);
    const call = contract[name];
    const reading = call.input.safeParse(input);
    if (!reading.success) {
      throw new Refusal("input-invalid", `${name} was refused: ${issueSentence(reading.error)}.`);
    }
    const handler = handlers[name] as (input: unknown) => unknown;
    const value = await handler(reading.data);
    return { ok: true, value: checkOutput ? call.output.parse(value) : value };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, failure: { kind: "refusal", code: error.code, sentence: error.message } };
    }
    return { ok: false, failure: { kind: "defect", sentence: defect(name, error) } };
  }
}

/** Where a value does not fit its schema, and why: `waypoints.2.position.lat: Too big: expected number to be <=90`. */
export function issueSentence(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return "the value does not fit";
  const path = issue.path.join(".");
  return path === "" ? issue.message : `${path}: ${issue.message}`;
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
