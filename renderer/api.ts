import { apiOver, type Transport } from "#domain/api/client.ts";
import type { Api, CallName } from "#domain/api/contract.ts";
import type { Reply } from "#domain/api/failure.ts";

/** Set by the preload script of the desktop window; absent in a browser. */
type Desktop = { daliz?: { call(name: CallName, input: unknown): Promise<Reply<unknown>> } };

const TOKEN_KEY = "daliz-token";

/** The host's API: over IPC in the desktop window, over HTTP in a browser. */
export function connect(): Api {
  const desktop = (window as Window & Desktop).daliz;
  return apiOver(
    desktop === undefined ? httpTransport(launchToken()) : (name, input) => desktop.call(name, input),
  );
}

function httpTransport(token: string): Transport {
  return async (name, input) => {
    try {
      const response = await fetch(`/api/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-daliz-token": token },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Reply<unknown>;
    } catch {
      // The page outlived its host: closed, or the machine slept.
      return {
        ok: false,
        failure: {
          kind: "defect",
          sentence: "The host does not answer. Start Daliz again; what is on the screen stays until then.",
        },
      };
    }
  };
}

/** The launch token stands in the address once; it stays with the tab and leaves the address bar. */
function launchToken(): string {
  const address = new URL(window.location.href);
  const given = address.searchParams.get("token");
  if (given === null) return sessionStorage.getItem(TOKEN_KEY) ?? "";
  sessionStorage.setItem(TOKEN_KEY, given);
  address.searchParams.delete("token");
  window.history.replaceState(null, "", address);
  return given;
}
