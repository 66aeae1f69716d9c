import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { OrganizationHeader } from "~/features/organizations/organization-header";
import { requireOrganization } from "~/platform/actor.server";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name, color } = organization;
  return {
    organization: { slug, display_name, short_name, korean_name, color },
    canWrite: can("gatherings.write"),
    canSeeMembers: can("members.read"),
  };
}

export default function Organization() {
  const shown = useLoaderData<typeof loader>();
  return (
    <>
      <OrganizationHeader {...shown} />
      <Outlet />
    </>
  );
}

export { RouteError as ErrorBoundary } from "~/ui/route-error";
