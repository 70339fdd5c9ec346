import { type CallName, contract, type Handlers } from "#domain/api/contract.ts";
import { Refusal, type Reply } from "#domain/api/failure.ts";
import { readAs } from "#domain/api/read-as.ts";
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
    const reading = readAs(call.input, input, "its input");
    if (!reading.ok) throw new Refusal("input-invalid", `${name} was refused: ${reading.sentence}.`);
    const handler = handlers[name] as (input: unknown) => unknown;
    const value = await handler(reading.value);
    return { ok: true, value: checkOutput ? call.output.parse(value) : value };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, failure: { kind: "refusal", code: error.code, sentence: error.message } };
    }
    return { ok: false, failure: { kind: "defect", sentence: defect(name, error) } };
  }
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
