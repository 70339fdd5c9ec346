import { expect } from "vitest";
import type { Position } from "#domain/geo/position.ts";
import { type Chart, chartOf } from "./chart.ts";
import type { Page } from "./playwright.ts";

export type CrossingRow = { label: string; firs: string; position: string; distanceNm: string; time: string };
export type LegRow = { to: string; track: string; distanceNm: string; over: string };

/** What a person reads on the screen. */
export class Sight {
  protected readonly page: Page;
  readonly chart: Chart;

  constructor(page: Page) {
    this.page = page;
    this.chart = chartOf(page);
  }

  async seesFlight(words: string): Promise<void> {
    await expect.poll(() => this.inspector().innerText()).toContain(words);
  }

  async seesRoute(...idents: string[]): Promise<void> {
    await expect.poll(() => this.waypoints()).toEqual(idents);
    await expect.poll(() => this.waypointsOnTheMap()).toBe(idents.length);
  }

  async waypoints(): Promise<string[]> {
    return (await this.page.locator("tr[data-row-waypoint] > th").allInnerTexts()).map((text) => text.trim());
  }

  waypointsOnTheMap(): Promise<number> {
    return this.page.locator("[data-waypoint]").count();
  }

  async legs(): Promise<LegRow[]> {
    const rows = await this.#cells("tr[data-row-waypoint]");
    return rows
      .slice(1)
      .map(([to = "", track = "", , distanceNm = "", , over = ""]) => ({ to, track, distanceNm, over }));
  }

  async crossings(): Promise<CrossingRow[]> {
    const rows = await this.#cells("tr[data-row-crossing]");
    return rows.map(([label = "", firs = "", position = "", distanceNm = "", time = ""]) => ({
      label,
      firs,
      position,
      distanceNm,
      time,
    }));
  }

  async selectedCrossing(): Promise<string> {
    const row = this.page.locator('tr[data-row-crossing][aria-selected="true"] > th');
    return (await row.allInnerTexts()).join(" ").trim();
  }

  async seesTheSelectedRow(): Promise<boolean> {
    const row = await this.page.locator('tr[aria-selected="true"]').boundingBox();
    const panel = await this.inspector().boundingBox();
    return row !== null && panel !== null && row.y >= panel.y && row.y + row.height <= panel.y + panel.height;
  }

  async selectedOnTheMap(): Promise<string> {
    return (await this.page.locator(".overlay .selected .flag").allTextContents()).join(" ");
  }

  /** The FIRs in flight order, as the crossings table tells them. */
  async firs(): Promise<string[]> {
    const rows = (await this.crossings()).map(({ firs }) => firs.split(/\s+/));
    return [rows[0]?.[0] ?? "", ...rows.map(([, to = ""]) => to)];
  }

  /** Every crossing of the table as a flag on the map, with the same time. */
  async seesEveryCrossingOnTheMap(): Promise<void> {
    await expect
      .poll(async () => {
        const flags = await this.page.locator("[data-crossing] .flag").allTextContents();
        return flags.map((flag) => flag.trim()).sort();
      })
      .toEqual((await this.crossings()).map(({ label, time }) => `${label} ${time}`).sort());
  }

  async seesStates(...codes: string[]): Promise<void> {
    await expect.poll(() => this.states()).toEqual(codes);
  }

  states(): Promise<string[]> {
    return this.page.locator("li[data-state] .state-row > b").allInnerTexts();
  }

  /** What the head of the inspector says; nothing that is out of view counts. */
  async verdict(): Promise<{ states: string[]; findings: string; margin: string }> {
    const said = async (what: string) =>
      (await this.isSeen(`[data-verdict="${what}"]`))
        ? (await this.page.locator(`[data-verdict="${what}"]`).innerText()).replaceAll("\u2009", "")
        : "out of view";
    const states = await this.page.locator(".verdict-states b").allInnerTexts();
    return { states, findings: await said("findings"), margin: await said("payload") };
  }

  /** Whether all of it lies inside the window, and nothing else lies over it. */
  isSeen(selector: string): Promise<boolean> {
    return this.page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const box = element.getBoundingClientRect();
        return [
          [box.left + 4, box.top + 4],
          [box.right - 4, box.bottom - 4],
        ].every(([x = 0, y = 0]) => {
          const there = document.elementFromPoint(x, y);
          return there !== null && (element.contains(there) || there.contains(element));
        });
      });
  }

  /** The same after it was scrolled to. */
  async canBeSeen(selector: string): Promise<boolean> {
    await this.page
      .locator(selector)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: "nearest" }));
    return this.isSeen(selector);
  }

  widthOf(panel: "flights" | "inspector"): Promise<number> {
    return this.page.locator(`.${panel}`).evaluate((element) => element.getBoundingClientRect().width);
  }

  async seesStateAs(state: string, words: RegExp | string): Promise<void> {
    await expect.poll(() => this.state(state).innerText()).toMatch(words);
  }

  /** The whole day of off block and the day after, as the fields of a window want them. */
  async daysOfTheFlight(): Promise<{ from: string; to: string }> {
    const day = await this.inspector().getByLabel("Off block, date").inputValue();
    const next = new Date(Date.parse(`${day} 00:00Z`) + 86_400_000).toUTCString().slice(5, 16);
    return { from: `${day} 0000Z`, to: `${next} 2359Z` };
  }

  /** The most the flight can carry as the payload bar says it, to 100 kg. */
  async limitKg(): Promise<number> {
    const said = await this.section("Payload").getByRole("img").getAttribute("aria-label");
    return Number(/limit ([\d.]+) t/.exec(said ?? "")?.[1]) * 1_000;
  }

  async marginKg(): Promise<number> {
    return Number(await this.page.locator("[data-margin-kg]").getAttribute("data-margin-kg"));
  }

  sectionText(title: string): Promise<string> {
    return this.section(title).innerText();
  }

  async seesFinding(sentence: RegExp): Promise<void> {
    await expect.poll(() => this.finding(sentence).count()).toBeGreaterThan(0);
  }

  async seesNoFinding(sentence: RegExp): Promise<void> {
    await expect.poll(() => this.finding(sentence).count()).toBe(0);
  }

  async numberOfFinding(sentence: RegExp): Promise<number> {
    return Number(await this.finding(sentence).first().getAttribute("data-row-finding"));
  }

  /** Numbers of the findings that stand as flags on the map. */
  async findingsOnTheMap(): Promise<number[]> {
    const flags = this.page.locator("[data-finding]");
    const numbers = await flags.evaluateAll((all) =>
      all.map((flag) => Number(flag.getAttribute("data-finding"))),
    );
    return numbers.sort((a, b) => a - b);
  }

  async seesRouteRefused(sentence: RegExp): Promise<void> {
    await expect.poll(() => this.page.locator("#route-text-hint").innerText()).toMatch(sentence);
    expect(await this.routeField().getAttribute("aria-invalid")).toBe("true");
  }

  async routeText(): Promise<string> {
    return this.routeField().inputValue();
  }

  async seesSaved(): Promise<void> {
    await this.page.locator('[data-save="saved"]').waitFor();
  }

  async flightsListed(): Promise<string[]> {
    return this.page.locator("[data-flight] .line:first-child b").allInnerTexts();
  }

  async searchesFlights(text: string): Promise<void> {
    await this.page.getByLabel("Search flights").fill(text);
  }

  async whatIsFocused(): Promise<string> {
    return this.page.evaluate(() => {
      const at = document.activeElement;
      return (
        at?.getAttribute("aria-label") ??
        (at as HTMLInputElement | null)?.labels?.[0]?.innerText ??
        at?.textContent ??
        ""
      );
    });
  }

  async text(): Promise<string> {
    return this.page.locator("body").innerText();
  }

  /** Where a waypoint of the open flight is, read from the flight as it is stored. */
  async positionOf(ident: string): Promise<Position> {
    await this.seesSaved();
    const { waypoints } = await this.#storedFlight();
    const found = waypoints.find((waypoint) => waypoint.ident === ident);
    if (found === undefined) throw new Error(`${ident} is not on the route`);
    return found.position;
  }

  protected inspector() {
    return this.page.getByRole("complementary", { name: "Flight", exact: true });
  }

  protected section(title: string) {
    return this.page.locator(`section[aria-label="${title}"]`);
  }

  protected routeField() {
    return this.page.getByLabel("Route text");
  }

  protected waypointRow(ident: string) {
    return this.page
      .locator("tr[data-row-waypoint]", { has: this.page.locator("th", { hasText: ident }) })
      .first();
  }

  protected state(code: string) {
    return this.page.locator(`li[data-state="${code}"]`);
  }

  protected finding(sentence: RegExp) {
    return this.page.locator("[data-row-finding]", { hasText: sentence });
  }

  async #cells(rows: string): Promise<string[][]> {
    return this.page
      .locator(rows)
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
      );
  }

  async #storedFlight(): Promise<{ waypoints: { ident: string; position: Position }[] }> {
    return this.page.evaluate(async () => {
      const open = document.querySelector('[data-flight][aria-current="true"]')?.getAttribute("data-flight");
      const token = sessionStorage.getItem("daliz-token") ?? "";
      const call = async (name: string, input: unknown) => {
        const desktop = (
          window as unknown as { daliz?: { call: (name: string, input: unknown) => Promise<unknown> } }
        ).daliz;
        if (desktop !== undefined) return desktop.call(name, input);
        const headers = { "content-type": "application/json", "x-daliz-token": token };
        return (await fetch(`/api/${name}`, { method: "POST", headers, body: JSON.stringify(input) })).json();
      };
      const reply = (await call("flights.get", { id: open })) as {
        value: { flight: { waypoints: { ident: string; position: { lat: number; lon: number } }[] } };
      };
      return reply.value.flight;
    });
  }
}
