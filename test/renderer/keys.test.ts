import { describe, expect, it } from "vitest";
import { keysText } from "#renderer/commands/command.ts";
import { COMMANDS, commandOfKey } from "#renderer/commands/registry.ts";

function idOf(init: KeyboardEventInit): string | null {
  const event = new KeyboardEvent("keydown", { bubbles: true, ...init });
  document.body.dispatchEvent(event);
  return commandOfKey(event)?.id ?? null;
}

describe("keys", () => {
  it.each([
    ["Alt N", { altKey: true, key: "n", code: "KeyN" }, "new-flight"],
    ["Option N of a Mac", { altKey: true, key: "˜", code: "KeyN" }, "new-flight"],
    ["Option T of a Mac", { altKey: true, key: "†", code: "KeyT" }, "theme"],
    ["Option 1 of a Mac", { altKey: true, key: "¡", code: "Digit1" }, "toggle-flights"],
    ["Ctrl Z of a Cyrillic layout", { ctrlKey: true, key: "я", code: "KeyZ" }, "undo"],
    ["Ctrl Z of a German layout", { ctrlKey: true, key: "z", code: "KeyY" }, "undo"],
    ["D of a Cyrillic layout", { key: "в", code: "KeyD" }, "draw-route"],
    ["? of a layout with Shift", { shiftKey: true, key: "?", code: "Slash" }, "shortcuts"],
    ["a letter that is no command", { key: "q", code: "KeyQ" }, null],
  ])("%s", (_, init, id) => {
    expect(idOf(init)).toBe(id);
  });

  it("are each given once", () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("keys in words", () => {
  it.each([
    ["Ctrl+Shift+Z", "Ctrl Shift Z"],
    ["Shift+ArrowUp", "Shift ↑"],
    ["+", "+"],
    [undefined, ""],
  ])("%s is %s", (keys, text) => {
    expect(keysText(keys)).toBe(text);
  });
});
