import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import type { Position } from "#domain/geo/position.ts";
import { Sight } from "./sight.ts";

/**
 * A planner at the screen: what a person does with mouse and keyboard, and what a person reads. Everything is found
 * by what it is called, so that a renamed button is a broken test and a moved one is not.
 */
export class Planner extends Sight {
  // --- starting ---------------------------------------------------------------------------------------------------

  async opensDaliz(url: string): Promise<void> {
    await this.page.goto(url);
    await this.seesTheScreen();
  }

  async seesTheScreen(): Promise<void> {
    await this.page.getByLabel("Chart: arrow keys").waitFor();
    await this.chart.settles();
  }

  async reloads(): Promise<void> {
    await this.page.reload();
    await this.seesTheScreen();
  }

  async opensTheExample(): Promise<void> {
    await this.inspector().locator('[data-command="open-example"]').click();
    await this.seesFlight("LTAC");
    await this.chart.settles();
  }

  async startsAFlight(): Promise<void> {
    await this.page.locator('[data-command="new-flight"]').first().click();
    await this.routeField().waitFor();
  }

  async opensFlight(callSign: string): Promise<void> {
    await this.page.locator("[data-flight]", { hasText: callSign }).first().click();
    await this.seesFlight(callSign);
  }

  /** The same address in a second tab. */
  async opensAnotherWindow(url: string): Promise<Planner> {
    const other = new Planner(await this.page.context().newPage());
    await other.opensDaliz(url);
    return other;
  }

  async callsItself(callSign: string): Promise<void> {
    const field = this.inspector().getByLabel("Call sign");
    if (!(await field.isVisible()))
      await this.inspector()
        .getByRole("button", { name: /, edit$/ })
        .click();
    await field.fill(callSign);
    await field.press("Tab");
  }

  /** As when the cable is pulled: the browser says so, the host on this machine goes on. */
  async losesTheNetwork(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event("offline")));
  }

  // --- route ------------------------------------------------------------------------------------------------------

  async typesRoute(text: string): Promise<void> {
    await this.routeField().fill(text);
    await this.routeField().press("Enter");
    await this.chart.settles();
  }

  async clicksOnTheMap(...places: Position[]): Promise<void> {
    for (const at of places) await this.chart.clicks(at);
  }

  async endsDrawing(): Promise<void> {
    await this.page.keyboard.press("Escape");
  }

  async drawsOnTheMap(...places: Position[]): Promise<void> {
    await this.#tool("Draw route").click();
    await this.clicksOnTheMap(...places);
    await this.endsDrawing();
  }

  /** Draws one more point a few pixels from where it means to be. */
  async clicksBesideAndSnaps(at: Position): Promise<void> {
    await this.#tool("Draw route").click();
    await this.chart.clicks(at, true);
    await this.endsDrawing();
  }

  /** `held` runs while the waypoint is still in the hand. */
  async dragsWaypoint(ident: string, to: Position, held?: () => Promise<void>): Promise<void> {
    await this.selectsWaypoint(ident);
    await this.chart.drags(await this.positionOf(ident), to, held);
  }

  async dragsTheLeg(at: Position, to: Position): Promise<void> {
    await this.chart.drags(at, to);
  }

  async selectsWaypoint(ident: string): Promise<void> {
    await this.waypointRow(ident).click();
    await this.chart.settles();
  }

  async deletesWaypoint(ident: string): Promise<void> {
    await this.selectsWaypoint(ident);
    await this.page.getByRole("button", { name: `Delete ${ident}` }).click();
  }

  async reversesTheRoute(): Promise<void> {
    await this.inspector().getByRole("button", { name: "Reverse route" }).click();
  }

  async searchesAndAdds(query: string): Promise<void> {
    const field = this.page.getByRole("combobox", { name: /Add an aerodrome/ });
    await field.fill(query);
    await this.page.getByRole("listbox", { name: "Places found" }).getByRole("option").first().waitFor();
    await field.press("Enter");
  }

  async undoes(): Promise<void> {
    await this.page.locator('[data-command="undo"]').click();
  }

  async redoes(): Promise<void> {
    await this.page.locator('[data-command="redo"]').click();
  }

  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  // --- load, authorizations, findings, packet ---------------------------------------------------------------------

  async carriesParatroopers(count: number): Promise<void> {
    await this.#choosesLoad("paratroopers");
    await this.#fills("Payload", "Count", String(count));
  }

  async carriesKilograms(massKg: number): Promise<void> {
    await this.#choosesLoad("cargo");
    await this.#fills("Payload", "Mass", String(massKg));
  }

  async opensAuthorization(state: string): Promise<void> {
    await this.state(state).locator(".state-row").click();
    await this.state(state).getByLabel("Status").waitFor();
  }

  /** By its code in the head of the inspector. */
  async goesToState(code: string): Promise<void> {
    await this.page.locator(`[data-verdict="${code}"]`).click();
    await this.state(code).getByLabel("Status").waitFor();
  }

  /** Fills the open row of a State. */
  async recordsAuthorization(
    state: string,
    what: { status: string; number: string; from?: string; to?: string },
  ) {
    const row = this.state(state);
    await row.getByLabel("Status").selectOption({ label: what.status });
    for (const [label, text] of [
      ["Number", what.number],
      ["Window from, UTC", what.from],
      ["Window to, UTC", what.to],
    ] as const) {
      if (text === undefined) continue;
      await row.getByLabel(label).fill(text);
      await row.getByLabel(label).press("Tab");
    }
  }

  async leavesAt(time: string): Promise<void> {
    const field = this.inspector().getByLabel("Off block, UTC");
    if (!(await field.isVisible()))
      await this.inspector()
        .getByRole("button", { name: /, edit$/ })
        .click();
    await field.fill(time);
    await field.press("Tab");
  }

  async makesTheCorridor(halfWidthNm: number): Promise<void> {
    const field = this.inspector().getByLabel("Corridor each side");
    if (!(await field.isVisible()))
      await this.inspector()
        .getByRole("button", { name: /, edit$/ })
        .click();
    await field.fill(String(halfWidthNm));
    await field.press("Tab");
  }

  async choosesFinding(sentence: RegExp): Promise<void> {
    await this.finding(sentence).first().click();
    await this.chart.settles();
  }

  /** Gives the position that the table says. */
  async choosesCrossing(label: string): Promise<Position> {
    const row = this.page
      .locator("tr[data-row-crossing]", { has: this.page.locator("th", { hasText: label }) })
      .first();
    await row.click();
    await this.chart.settles();
    const position = (await this.crossings()).find((crossing) => crossing.label === label)?.position ?? "";
    const [, latDeg = "", latMin = "", lonDeg = "", lonMin = ""] =
      /^(\d\d)(\d\d)N(\d{3})(\d\d)E$/.exec(position) ?? [];
    return { lat: Number(latDeg) + Number(latMin) / 60, lon: Number(lonDeg) + Number(lonMin) / 60 };
  }

  async choosesCrossingInTheProfile(label: string): Promise<void> {
    const profile = this.page.getByRole("region", { name: "Profile", exact: true });
    await profile.getByRole("button", { name: `Crossing ${label} ` }).click();
  }

  /** Presses Tab until what is named has the focus. */
  async tabsTo(name: string): Promise<void> {
    for (let tabs = 0; tabs < 150; tabs++) {
      if ((await this.whatIsFocused()).startsWith(name)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reaches ${name}`);
  }

  /** Gives the text that the dialog closes with. */
  async exportsThePacket(): Promise<string> {
    await this.page.locator('[data-command="export-packet"]').click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Export|^Write/ }).click();
    await expect.poll(() => dialog.innerText(), { timeout: 30_000 }).toMatch(/\.zip/);
    return dialog.innerText();
  }

  async clicksButton(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name }).click();
  }

  async dialogText(): Promise<string> {
    return this.page.getByRole("dialog").innerText();
  }

  /** Choices of the context menu that is open. */
  async menu(): Promise<string[]> {
    await this.page.getByRole("menu").waitFor();
    return this.page.getByRole("menuitem").allInnerTexts();
  }

  async chooses(command: string): Promise<void> {
    await this.page.locator(`[data-command="${command}"]`).first().click();
  }

  async closesTheDialog(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await expect.poll(() => this.page.getByRole("dialog").count()).toBe(0);
  }

  // --- the page as a whole ----------------------------------------------------------------------------------------

  async makesTheWindow(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.chart.settles();
  }

  async dragsTheEdge(name: string, byPixels: number): Promise<void> {
    const box = await this.page.getByRole("separator", { name }).boundingBox();
    if (box === null) throw new Error(`${name} cannot be seen`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + byPixels, y, { steps: 4 });
    await this.page.mouse.up();
  }

  async prefers(theme: "light" | "dark"): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme });
    await this.chart.settles();
  }

  /** What axe finds wrong, as sentences that name the rule and the element. */
  async axeFinds(): Promise<string[]> {
    const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await this.page.evaluate(source);
    return this.page.evaluate(async () => {
      type Axe = {
        run: () => Promise<{
          violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
        }>;
      };
      const { violations } = await (window as unknown as { axe: Axe }).axe.run();
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 160)} ${failureSummary ?? ""}`,
        ),
      );
    });
  }

  /** Whether anything lies outside the window, so that it would have to be scrolled. */
  overflow(): Promise<{ x: number; y: number }> {
    return this.page.evaluate(() => ({
      x: document.documentElement.scrollWidth - window.innerWidth,
      y: document.documentElement.scrollHeight - window.innerHeight,
    }));
  }

  async takesAPicture(path: string): Promise<void> {
    await this.chart.settles();
    await this.page.screenshot({ path });
  }

  #tool(name: string) {
    return this.page.getByRole("toolbar", { name: "Map tools" }).getByRole("button", { name });
  }

  async #choosesLoad(kind: string): Promise<void> {
    const choice = this.section("Payload").getByLabel("Load", { exact: true });
    if (!(await choice.isVisible()))
      await this.section("Payload").getByRole("button", { name: "Edit load" }).click();
    await choice.selectOption(kind);
  }

  async #fills(section: string, label: string, text: string): Promise<void> {
    const field = this.section(section).getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press("Tab");
  }
}
