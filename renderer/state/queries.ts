import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Input, Output } from "#domain/api/contract.ts";
import { useSession } from "./session.ts";

type Filter = Input<"flights.list">["filter"];

/** Rows of one request; the host answers at most 500. */
const PAGE_SIZE = 200;

const LOOK_AGAIN_MS = 10_000;

/** The flights list, page after page as it is scrolled; the rows shown last stay while the next are read. */
export function useFlightList(text: string, filter: Filter) {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: ["flights", text, filter],
    queryFn: ({ pageParam }) => api.flights.list({ text, filter, offset: pageParam, limit: PAGE_SIZE }),
    initialPageParam: 0,
    getNextPageParam: (last: Output<"flights.list">, pages) =>
      last.flights.length < PAGE_SIZE ? null : pages.length * PAGE_SIZE,
    placeholderData: keepPreviousData,
    // Another window, or the command line, writes to the same file and tells nobody.
    refetchOnWindowFocus: "always",
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useHostInfo() {
  const { api } = useSession();
  return useQuery({ queryKey: ["host"], queryFn: () => api.host.info({}) });
}
