import { refusal } from "~/platform/refusal";

/** Every address that is no page answers like a page that is hidden. */
export function loader(): never {
  throw refusal({ key: "not_found" }, 404);
}

export function action(): never {
  throw refusal({ key: "not_found" }, 404);
}

export default function NotFound() {
  return null;
}

export { RouteError as ErrorBoundary } from "~/ui/route-error";
