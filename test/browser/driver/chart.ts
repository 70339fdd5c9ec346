import type { Position } from "#domain/geo/position.ts";
import type { Page } from "./playwright.ts";

/** The map under the hand: positions in degrees, everything else is the mouse. */
export type Chart = {
  /** Waits until all is drawn. */
  settles: () => Promise<void>;
  clicks: (at: Position, snap?: boolean) => Promise<void>;
  /** `held` runs while the button is still down. */
  drags: (from: Position, to: Position, held?: () => Promise<void>) => Promise<void>;
  opensMenuAt: (at: Position) => Promise<void>;
  /** Whether a position is inside the part of the map that is seen. */
  shows: (at: Position) => Promise<boolean>;
  center: () => Promise<Position>;
  zoom: () => Promise<number>;
  /** The pointer rests there, without a button. */
  hovers: (at: Position) => Promise<void>;
  /** Flags, names and words along the legs that can be read, and where they stand in the window. */
  words: () => Promise<Words[]>;
  /** The line from the last point to the pointer: how far it bows off the straight one, in pixels. */
  bow: () => Promise<number>;
  /** What a click would snap to, as the map says it. */
  snapsTo: () => Promise<string>;
};

type Words = { text: string; left: number; top: number; right: number; bottom: number };

type View = { center: Position; zoom: number; box: { x: number; y: number; width: number; height: number } };

export function chartOf(page: Page): Chart {
  const frame = page.locator("[data-map]");

  const settles = async () => {
    await page.locator('[data-map][data-ready="true"]').waitFor();
  };
  const view = async (): Promise<View> => {
    await settles();
    const box = await frame.boundingBox();
    const [lat = Number.NaN, lon = Number.NaN] = (await attribute("data-center")).split(",").map(Number);
    const zoom = Number(await attribute("data-zoom"));
    if (box === null || !Number.isFinite(lat + lon + zoom))
      throw new Error("the map does not say where it is");
    return { center: { lat, lon }, zoom, box };
  };
  const attribute = async (name: string) => (await frame.getAttribute(name)) ?? "";
  const pixel = async (at: Position) => {
    const { center, zoom, box } = await view();
    const here = mercator(at, zoom);
    const middle = mercator(center, zoom);
    return {
      x: box.x + box.width / 2 + here.x - middle.x,
      y: box.y + box.height / 2 + here.y - middle.y,
      box,
    };
  };
  /** Alt keeps what is placed from snapping to an aerodrome or navaid nearby. */
  const free = async (act: () => Promise<void>) => {
    await page.keyboard.down("Alt");
    await act();
    await page.keyboard.up("Alt");
  };

  return {
    settles,
    async clicks(at, snap = false) {
      const { x, y } = await pixel(at);
      if (snap) await page.mouse.click(x, y);
      else await free(() => page.mouse.click(x, y));
    },
    async drags(from, to, held = async () => {}) {
      const start = await pixel(from);
      const end = await pixel(to);
      await page.mouse.move(start.x, start.y);
      await free(async () => {
        await page.mouse.down();
        await page.mouse.move(end.x, end.y, { steps: 8 });
        await held();
        await page.mouse.up();
      });
    },
    async opensMenuAt(at) {
      const { x, y } = await pixel(at);
      await page.mouse.click(x, y, { button: "right" });
    },
    async shows(at) {
      const { x, y, box } = await pixel(at);
      return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
    },
    center: async () => (await view()).center,
    zoom: async () => (await view()).zoom,
    async hovers(at) {
      const { x, y } = await pixel(at);
      await page.mouse.move(x, y, { steps: 2 });
    },
    async words() {
      await settles();
      return frame.locator(".overlay .flag rect, .overlay .name text").evaluateAll((all) =>
        all.flatMap((each) => {
          const { left, top, right, bottom } = each.getBoundingClientRect();
          const text = each.textContent || (each.parentElement?.textContent ?? "");
          return right > left ? [{ text, left, top, right, bottom }] : [];
        }),
      );
    },
    bow: () =>
      frame.locator(".rubber").evaluate((line) => {
        const points = (line.getAttribute("points") ?? "")
          .split(" ")
          .map((pair) => pair.split(",").map(Number));
        const [[startX = 0, startY = 0] = [], [endX = 0, endY = 0] = []] = [points[0], points.at(-1)];
        const length = Math.hypot(endX - startX, endY - startY);
        const off = points.map(
          ([x = 0, y = 0]) =>
            Math.abs((endX - startX) * (startY - y) - (startX - x) * (endY - startY)) / length,
        );
        return Math.max(...off);
      }),
    snapsTo: async () => (await frame.locator(".snap").textContent()) ?? "",
  };
}

/** Web Mercator with tiles of 512 pixels, in pixels from the north-west corner of the world. */
function mercator({ lat, lon }: Position, zoom: number): { x: number; y: number } {
  const world = 512 * 2 ** zoom;
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return { x: ((lon + 180) / 360) * world, y: (0.5 - north / (2 * Math.PI)) * world };
}
