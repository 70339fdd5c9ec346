import type { Position } from "#domain/geo/position.ts";
import type { Pixel } from "#renderer/map/hit.ts";

/** Where a pointer event happened; `free` when Alt asks for no snapping, `inside` while it is over the map. */
export type Pointer = { pixel: Pixel; at: Position; free: boolean; inside: boolean };

/** What the pointer does on the map. Each answers true when it has dealt with the event. */
export type Mode = {
  cursor(pointer: Pointer): string;
  down(pointer: Pointer): boolean;
  /** While the button that `down` took is held. */
  drag(pointer: Pointer): void;
  up(pointer: Pointer): void;
  click(pointer: Pointer): void;
  /** The pointer moves without a button. */
  hover(pointer: Pointer): void;
  /** Given up: Escape, or another mode. */
  cancel(): void;
};
