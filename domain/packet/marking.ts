/** Stands at the top and the bottom of every page and in every file of a packet. */
export const MARKING = "PLANNING ESTIMATE – NOT FOR NAVIGATION";

/** What a packet is not, in one sentence for every file that has room for it. */
export const PLANNING_NOTICE =
  "Computed by Daliz from public planning data: check every value against the current AIP, NOTAM and the operator's manuals before flight.";
