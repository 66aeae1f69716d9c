import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, test } from "vitest";
import routes from "../../app/routes";
import { makeImportDraft, makeRememberedCalendar } from "../support/import-draft";
import { type KeptServices, makeServices } from "../support/kept-services";
import { type MadeCampaigns, makeCampaigns } from "../support/made-campaigns";
import { type MadeItems, makeItems } from "../support/made-items";
import { type MadeLetters, makeLetters } from "../support/made-letters";
import { type MadeResources, makeResources } from "../support/made-resources";
import { type MadeTotals, makeTotals } from "../support/made-totals";
import { makeMail } from "../support/mail";
import { makeServiceImport } from "../support/service-import-draft";
import { type Asked, absent, addressesOf, answers, everybody, ofAdmins, writers } from "./answers";
import { campaignRoutes } from "./campaign-routes";
import {
  type Actor,
  actors,
  as,
  type Kept,
  local,
  makeCalendar,
  makeFirstLink,
  makeGatherings,
  makeInvitation,
  makeMailedLinks,
  makeSession,
} from "./cast";
import { type Listed, makeListed } from "./directory-cast";
import { exchangeRoutes } from "./exchange-routes";
import { feedRoutes } from "./feed-routes";
import { gatheringRoutes } from "./gathering-routes";
import { handingOutRoutes } from "./handing-out-routes";
import { hostingRoutes } from "./hosting-routes";
import { importRoutes } from "./import-routes";
import { itemRoutes } from "./item-routes";
import { letterRoutes } from "./letter-routes";
import { mailRoutes } from "./mail-routes";
import { resourceRoutes } from "./resource-routes";
import { signupRoutes } from "./signup-routes";
import { templateRoutes } from "./template-routes";
import { totalRoutes } from "./total-routes";
import { truthRoutes } from "./truth-routes";
import { volunteerRoutes } from "./volunteer-routes";

let kept: Kept;
let resources: MadeResources;
let listed: Listed;
let firstLink: string;
let invitation: Awaited<ReturnType<typeof makeInvitation>>;
let mail: Awaited<ReturnType<typeof makeMail>>;
let mailed: Awaited<ReturnType<typeof makeMailedLinks>>;
let session: string;
let importDraft: string;
let importAddress: string;
let services: KeptServices;
let serviceImport: string;
let letters: MadeLetters;
let campaigns: MadeCampaigns;
let items: MadeItems;
let totals: MadeTotals;
let calendar: Awaited<ReturnType<typeof makeCalendar>>;
beforeAll(async () => {
  listed = await makeListed();
  totals = await makeTotals(local());
  letters = await makeLetters(local());
  campaigns = await makeCampaigns(local());
  items = await makeItems(local());
  [mailed, session] = [await makeMailedLinks(), await makeSession()];
  [kept, firstLink, invitation] = [await makeGatherings(), await makeFirstLink(), await makeInvitation()];
  resources = await makeResources(local());
  services = await makeServices(local());
  [mail, calendar] = [await makeMail(local()), await makeCalendar()];
  [importDraft, importAddress] = [await makeImportDraft(local()), await makeRememberedCalendar(local())];
  serviceImport = await makeServiceImport(local());
});

const asked: Record<string, () => Asked[]> = {
  "/": () => [{ path: "/", answers: everybody(200) }],
  "/sign-in": () => [{ path: "/sign-in", answers: everybody(200) }],
  "/sign-in/demonstration": () => [{ path: "/sign-in/demonstration", answers: everybody(200) }],
  "/sign-in/link": () => [{ path: "/sign-in/link", answers: everybody(200) }],
  "/password": () => [{ path: "/password", answers: everybody(200) }],
  "/sign-in/link/:token": () => linked("/sign-in/link", mailed.sign_in, mailed.reset),
  "/password/:token": () => linked("/password", mailed.reset, mailed.sign_in),
  "/address/:token": () => linked("/address", mailed.address_new, mailed.unsubscribe),
  "/unsubscribe/:token": () => linked("/unsubscribe", mailed.unsubscribe, mailed.address_new),
  ...Object.fromEntries(
    ["", "/profile", "/notifications", "/calendars", "/password", "/address", "/export", "/deletion"].map((noun) => [
      `/settings${noun}`,
      () => [{ path: `/settings${noun}`, answers: answers(200, 200, "sign-in") }],
    ]),
  ),
  "/settings/devices/:id/ending": () => [
    { path: `/settings/devices/${session}/ending`, answers: { ...answers(404, 404, "sign-in"), viewer: 200 } },
    { path: `/settings/devices/${absent}/ending`, answers: answers(404, 404, "sign-in") },
    { path: "/settings/devices/no-uuid/ending", answers: answers(404, 404, "sign-in") },
  ],
  "/settings/calendars/:id/ending": () => [
    { path: `/settings/calendars/${calendar.id}/ending`, answers: { ...answers(404, 404, "sign-in"), viewer: 200 } },
    { path: `/settings/calendars/${absent}/ending`, answers: answers(404, 404, "sign-in") },
    { path: "/settings/calendars/no-uuid/ending", answers: answers(404, 404, "sign-in") },
  ],
  ...resourceRoutes(() => resources),
  ...letterRoutes(() => letters),
  ...totalRoutes(() => totals),
  ...campaignRoutes(() => campaigns),
  ...itemRoutes(() => items),
  ...feedRoutes(() => ({ kept, token: calendar.token })),
  "/settings/organizations/:slug/leaving": () => [
    { path: "/settings/organizations/krcla/leaving", answers: answers(200, 404, "sign-in") },
    { path: "/settings/organizations/nowhere/leaving", answers: answers(404, 404, "sign-in") },
  ],
  "/sign-out": () => [{ path: "/sign-out", answers: everybody(200) }],
  "/welcome/:token": () => [
    { path: `/welcome/${firstLink}`, answers: everybody(200) },
    { path: "/welcome/never-given-out", answers: everybody(410) },
  ],
  "/c/:coalition/calendar": () => [
    { path: "/c/emergency-plan/calendar", answers: everybody(200) },
    { path: "/c/emergency-plan/calendar?view=day&kind=clinic&org=krcla&from=100", answers: everybody(200) },
    { path: `/c/emergency-plan/calendar?${"kind=clinic&".repeat(100)}`, answers: everybody(422) },
    { path: "/c/nowhere/calendar", answers: everybody(404) },
  ],
  "/o/:organization": () => [
    { path: "/o/krcla", answers: answers(200, 404, "sign-in") },
    { path: "/o/nowhere", answers: answers(404, 404, "sign-in") },
  ],
  "/o/:organization/calendar": () => [
    { path: "/o/krcla/calendar", answers: answers(200, 404, "sign-in") },
    { path: "/o/krcla/calendar?view=week&ours=1&spoken=ko&org=nobody", answers: answers(200, 404, "sign-in") },
    { path: `/o/krcla/calendar?${"org=a&".repeat(100)}`, answers: answers(422, 404, "sign-in") },
    { path: "/o/nowhere/calendar", answers: answers(404, 404, "sign-in") },
  ],
  "/o/:organization/gatherings/new": () => [
    { path: "/o/krcla/gatherings/new", answers: { ...writers(200), viewer: 403, member: 403 } },
    {
      path: `/o/krcla/gatherings/new?like=${kept.coalition}`,
      answers: { ...writers(200), viewer: 403, member: 403 },
    },
    {
      path: `/o/krcla/gatherings/new?template=${kept.template}`,
      answers: { ...writers(200), viewer: 403, member: 403 },
    },
    { path: `/o/krcla/gatherings/new?like=${absent}`, answers: { ...writers(404), viewer: 403, member: 403 } },
    { path: "/o/krcla/gatherings/new?like=no-uuid", answers: { ...writers(404), viewer: 403, member: 403 } },
    // Of another organization, however well one may read it.
    { path: `/o/krc-chicago/gatherings/new?like=${kept.named}`, answers: answers(404, 404, "sign-in") },
    { path: `/o/krc-chicago/gatherings/new?template=${kept.template}`, answers: answers(404, 404, "sign-in") },
  ],
  "/o/:organization/gatherings/:id/history": () => [
    { path: `/o/krcla/gatherings/${kept.coalition}/history`, answers: answers(200, 404, "sign-in") },
    { path: `/o/krcla/gatherings/${absent}/history`, answers: answers(404, 404, "sign-in") },
    { path: "/o/krcla/gatherings/no-uuid/history", answers: answers(404, 404, "sign-in") },
    { path: `/o/krc-chicago/gatherings/${kept.named}/history`, answers: answers(404, 404, "sign-in") },
  ],
  ...hostingRoutes(() => kept),
  ...exchangeRoutes(() => serviceImport),
  ...importRoutes(
    () => importDraft,
    () => importAddress,
  ),
  ...templateRoutes(() => kept),
  "/invitations/:token": () => [
    { path: `/invitations/${invitation.token}`, answers: everybody(200) },
    { path: "/invitations/never-given-out", answers: everybody(410) },
  ],
  "/invitations/:token/acceptance": () => [
    { path: `/invitations/${invitation.token}/acceptance`, answers: answers(200, 200, "sign-in") },
    { path: "/invitations/never-given-out/acceptance", answers: answers(410, 410, "sign-in") },
  ],
  "/o/:organization/members": () => [
    { path: "/o/krcla/members", answers: { ...answers(200, 404, "sign-in"), viewer: 403 } },
  ],
  "/o/:organization/invitations/new": () => [{ path: "/o/krcla/invitations/new", answers: ofAdmins }],
  ...Object.fromEntries(
    ["role", "removal"].map((noun) => [
      `/o/:organization/members/:id/${noun}`,
      () => [
        { path: `/o/krcla/members/${invitation.person}/${noun}`, answers: ofAdmins },
        { path: `/o/krcla/members/${absent}/${noun}`, answers: { ...answers(404, 404, "sign-in"), viewer: 403 } },
        { path: `/o/krcla/members/no-uuid/${noun}`, answers: answers(404, 404, "sign-in") },
        { path: `/o/krc-chicago/members/${invitation.person}/${noun}`, answers: answers(404, 404, "sign-in") },
      ],
    ]),
  ),
  ...Object.fromEntries(
    ["renewal", "withdrawal"].map((noun) => [
      `/o/:organization/invitations/:id/${noun}`,
      () => [
        {
          path: `/o/krcla/invitations/${invitation.id}/${noun}`,
          answers: { ...answers(404, 404, "sign-in"), viewer: 403, admin: 200 },
        },
        { path: `/o/krcla/invitations/no-uuid/${noun}`, answers: answers(404, 404, "sign-in") },
        { path: `/o/krc-chicago/invitations/${invitation.id}/${noun}`, answers: answers(404, 404, "sign-in") },
      ],
    ]),
  ),
  ...handingOutRoutes(() => services),
  ...mailRoutes(() => mail),
  ...signupRoutes(() => kept),
  ...truthRoutes(() => listed),
  ...volunteerRoutes(() => kept),
  "/o/:organization/week": () => [
    { path: "/o/krcla/week", answers: answers(200, 404, "sign-in") },
    { path: "/o/krcla/week?on=never&in=xx&for=nobody", answers: answers(200, 404, "sign-in") },
    { path: "/o/nowhere/week", answers: answers(404, 404, "sign-in") },
  ],
  ...gatheringRoutes(() => kept),
  "/*": () => [{ path: "/nowhere/at/all", answers: everybody(404) }],
};

/** A mailed link opens its own page, for whoever holds it, and no other one. */
function linked(path: string, token: string, otherToken: string): Asked[] {
  return [
    { path: `${path}/${token}`, answers: everybody(200) },
    { path: `${path}/${otherToken}`, answers: everybody(410) },
    { path: `${path}/never-given-out`, answers: everybody(410) },
  ];
}

test("every route of the product is asked for here", () => {
  expect(Object.keys(asked).sort()).toEqual(addressesOf(routes as RouteConfigEntry[]).sort());
});

describe.each(Object.keys(asked))("%s", (address) => {
  test.each(Object.keys(actors) as Actor[])("answers the %s", async (actor) => {
    const person = await as(actor);
    for (const { path, answers } of asked[address]?.() ?? []) {
      const response = await person.get(path);
      const sentToSignIn = response.status === 302 && response.headers.get("location")?.startsWith("/sign-in?to=");
      expect(sentToSignIn ? "sign-in" : response.status, `${actor} at ${path}`).toBe(answers[actor]);
      expect(await response.text()).not.toMatch(/node_modules|at \w+ \([^)]*:\d+:\d+\)|\/build\/server/);
    }
  });
});
