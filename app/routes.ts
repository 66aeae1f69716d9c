import { index, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("routes/front.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-in/demonstration", "routes/sign-in.demonstration.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("welcome/:token", "routes/welcome.$token.tsx"),
  route("c/:coalition/calendar", "routes/coalition-calendar.tsx"),
  route("gatherings/:id", "routes/gathering.tsx"),
  route("o/:organization", "routes/organization.tsx", [
    index("routes/organization-home.tsx"),
    route("calendar", "routes/organization-calendar.tsx"),
    route("gatherings/new", "routes/gathering-new.tsx"),
    route("gatherings/:id/card", "routes/gathering-card.tsx"),
    route("gatherings/:id/time", "routes/gathering-time.tsx"),
    route("gatherings/:id/preview", "routes/gathering-preview.tsx"),
    route("gatherings/:id/cancellation", "routes/gathering-cancellation.tsx"),
    route("gatherings/:id/restoration", "routes/gathering-restoration.tsx"),
  ]),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
