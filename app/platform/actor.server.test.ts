import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { requireOrganization, requireViewer } from "./actor.server";
import { caughtRefusal } from "./refusal";
import type { Viewer } from "./viewer";

const viewer = {
  person: { id: "1", display_name: "Editor", language: "en", time_zone: "UTC" },
  email: "editor@krcla.example",
  organizations: [{ slug: "krcla", permissions: ["gatherings.read", "gatherings.write"] }],
} as unknown as Viewer;

function asked(path: string, who: Viewer | null, organization?: string, method = "GET") {
  const request = new Request(`http://hamkke.example${path}`, { method });
  return { request, params: { organization }, context: { viewer: async () => who } } as unknown as LoaderFunctionArgs;
}

async function sentTo(act: Promise<unknown>) {
  const thrown = await act.catch((error: unknown) => error);
  return thrown instanceof Response ? thrown.headers.get("Location") : thrown;
}

test("whoever is not signed in signs in first and comes back to where they wanted to be", async () => {
  expect(await sentTo(requireViewer(asked("/o/krcla/calendar?on=2026-11-01", null)))).toBe(
    "/sign-in?to=%2Fo%2Fkrcla%2Fcalendar%3Fon%3D2026-11-01",
  );
});

test("a page that was fetched by script is come back to as the page", async () => {
  expect(await sentTo(requireViewer(asked("/o/krcla.data", null)))).toBe("/sign-in?to=%2Fo%2Fkrcla");
});

test("a member acts for the organization in the address, with its permissions", async () => {
  const { organization, can } = await requireOrganization(asked("/o/krcla", viewer, "krcla"));
  expect(organization.slug).toBe("krcla");
  expect([can("gatherings.write"), can("members.write")]).toEqual([true, false]);
});

test("somebody else's organization and one that does not exist answer alike", async () => {
  for (const slug of ["krc-chicago", "nowhere"]) {
    const thrown = await requireOrganization(asked(`/o/${slug}`, viewer, slug)).catch((error: unknown) => error);
    expect(caughtRefusal(thrown)).toEqual({ problem: { key: "not_found" }, status: 404 });
  }
});
