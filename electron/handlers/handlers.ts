import type { Handlers } from "#domain/api/contract.ts";
import type { HostContext } from "./context.ts";
import { flightHandlers } from "./flights.ts";
import { hostHandlers } from "./host-info.ts";
import { packetHandlers } from "./packets.ts";
import { settingsHandlers } from "./settings.ts";

/** One handler for every call of the contract. */
export function handlersOf(context: HostContext): Handlers {
  return {
    ...hostHandlers(context),
    ...settingsHandlers(context),
    ...flightHandlers(context),
    ...packetHandlers(context),
  };
}
