import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Menu } from "./menu";

afterEach(cleanup);

test("Escape closes an open menu and gives focus back to its label", () => {
  const menu = openMenu();

  fireEvent.keyDown(document, { key: "Escape" });

  expect(menu.open).toBe(false);
  expect(document.activeElement?.textContent).toBe("Account");
});

test("a press elsewhere closes an open menu, a press inside does not", () => {
  const menu = openMenu();

  fireEvent.pointerDown(screen.getByText("Settings"));
  expect(menu.open).toBe(true);

  fireEvent.pointerDown(document.body);
  expect(menu.open).toBe(false);
});

test("leaving an open menu by keyboard closes it", () => {
  const menu = openMenu();

  screen.getByRole("button", { name: "After" }).focus();

  expect(menu.open).toBe(false);
});

function openMenu() {
  render(
    <>
      <Menu label="Account">
        <a href="/settings">Settings</a>
      </Menu>
      <button type="button">After</button>
    </>,
  );
  const menu = screen.getByRole<HTMLDetailsElement>("group");
  menu.open = true;
  return menu;
}
