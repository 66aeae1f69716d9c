import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { refusal } from "./refusal";
import type { Permission, Viewer, ViewerOrganization } from "./viewer";

type Asked = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Somebody acting for one of their organizations. */
export type Actor = {
  viewer: Viewer;
  organization: ViewerOrganization;
  /** For choosing what to show. Never for deciding what is allowed: the policies do that. */
  can(permission: Permission): boolean;
};

/** A longer one does not come back through signing in, nor fit an answer's header. */
const longestSearch = 1500;

/** Whoever is signed in; sends everyone else to sign in and back. */
export async function requireViewer({ request, context }: Asked): Promise<Viewer> {
  const viewer = await context.viewer();
  if (viewer) return viewer;

  const { pathname, search } = new URL(request.url);
  const page = pathname.replace(/\.data$/, "");
  const here = request.method === "GET" && search.length <= longestSearch ? page + search : page;
  throw redirect(`/sign-in?to=${encodeURIComponent(here)}`);
}

/** The organization in the address, for a person of it. For everybody else there is no such page. */
export async function requireOrganization(asked: Asked): Promise<Actor> {
  const viewer = await requireViewer(asked);
  const organization = viewer.organizations.find(({ slug }) => slug === asked.params.organization);
  if (!organization) throw refusal({ key: "not_found" }, 404);
  return { viewer, organization, can: (permission) => organization.permissions.includes(permission) };
}
