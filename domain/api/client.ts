import { type Api, type CallName, contract } from "./contract.ts";
import { Defect, Refusal, type Reply } from "./failure.ts";

/** Carries one call to the host and its reply back. */
export type Transport = (name: CallName, input: unknown) => Promise<Reply<unknown>>;

/** The typed API over a transport. A refusal rejects with `Refusal`, a defect with `Error`. */
export function apiOver(transport: Transport): Api {
  const api: Record<string, Record<string, (input: unknown) => Promise<unknown>>> = {};
  for (const name of Object.keys(contract) as CallName[]) {
    const [area = "", verb = ""] = name.split(".");
    api[area] ??= {};
    api[area][verb] = async (input) => {
      const reply = await transport(name, input);
      if (reply.ok) return reply.value;
      const { failure } = reply;
      throw failure.kind === "refusal"
        ? new Refusal(failure.code, failure.sentence)
        : new Defect(failure.sentence);
    };
  }
  return api as Api;
}
