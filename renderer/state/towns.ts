import { useQuery } from "@tanstack/react-query";
import type { Town } from "#domain/route/place.ts";
import { readGroundFile, townsOf } from "#renderer/map/ground.ts";

const NONE: readonly Town[] = [];

/** The towns of the map with their Latin, Turkish and Kazakh names; none until they are read. */
export function useTowns(): readonly Town[] {
  const { data } = useQuery({
    queryKey: ["towns"],
    queryFn: async () => townsOf(await readGroundFile("cities")),
  });
  return data ?? NONE;
}
