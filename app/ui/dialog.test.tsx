import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inLanguage } from "../../tests/support/in-language";
import { Dialog } from "./dialog";

beforeEach(() => {
  // jsdom knows the element and not what opens and closes it.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

afterEach(cleanup);

test("a press asks here, above the page one is on", async () => {
  const link = await renderLink();

  fireEvent.click(link);

  expect(screen.getByRole<HTMLDialogElement>("dialog", { name: "Cancel this gathering?" }).open).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a press that opens a new tab leads to the page that asks the same", async () => {
  const link = await renderLink();

  expect(link.getAttribute("href")).toBe("/cancellation");
  const wentOn = fireEvent.click(link, { ctrlKey: true });

  expect(wentOn).toBe(true);
  expect(screen.queryByRole("dialog")).toBeNull();
});

async function renderLink() {
  const Stub = createRemixStub([
    {
      path: "/",
      Component: () => (
        <Dialog to="/cancellation" label="Cancel" title="Cancel this gathering?">
          <p>It stays on every calendar.</p>
        </Dialog>
      ),
    },
  ]);
  render(<Stub />, { wrapper: inLanguage("en") });
  return screen.findByRole("link", { name: "Cancel" });
}
