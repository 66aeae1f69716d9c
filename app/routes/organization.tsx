import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireOrganization } from "~/platform/actor.server";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return { organization };
}

export default function Organization() {
  return <Outlet />;
}

export { RouteError as ErrorBoundary } from "~/ui/route-error";
