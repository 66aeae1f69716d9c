import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import messages from "~/i18n/messages/ko";
import { refusal } from "~/platform/refusal";
import { inLanguage } from "../../tests/support/in-language";
import { RouteError } from "./route-error";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

test("a refusal is said in the reader's language", async () => {
  await renderAfter(() => {
    throw refusal({ key: "not_allowed" }, 403);
  });

  expect(screen.getByText(messages.problem.not_allowed)).toBeTruthy();
});

test("what is hidden reads like what is absent", async () => {
  await renderAfter(() => {
    throw refusal({ key: "not_found" }, 404);
  });

  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(messages.ui.notFoundTitle);
});

test("a bug is admitted without a word written for a developer", async () => {
  await renderAfter(() => {
    throw new Error("relation gatherings does not exist");
  });

  expect(screen.getByText(messages.problem.unexpected)).toBeTruthy();
  expect(document.body.textContent).not.toContain("gatherings");
});

async function renderAfter(loader: () => never) {
  const Stub = createRemixStub([{ path: "/", loader, Component: () => null, ErrorBoundary: RouteError }]);
  render(<Stub />, { wrapper: inLanguage("ko") });
  await screen.findByRole("heading", { level: 1 });
}
