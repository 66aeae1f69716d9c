import type { Page } from "@playwright/test";
import { makeImportDraft, makeRememberedCalendar } from "../support/import-draft";
import { makeMail } from "../support/mail";
import { makeMailedLink } from "../support/mailed-link";
import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { makeServiceImport } from "../support/service-import-draft";
import { campaignPages } from "./campaign-pages";
import { gatheringPages } from "./gathering-pages";
import { dayFromNow } from "./gathering-steps";
import { expect } from "./journey";
import { letterPages } from "./letter-pages";
import { keptPages, longDay, longGathering, makeInvitation, withSignups } from "./made-pages";
import { resourcePages } from "./resource-pages";
import { sendEmptyForm } from "./send-empty-form";
import { totalPages } from "./total-pages";

const editor = "editor@krcla.example";
const admin = "admin@krcla.example";
const member = "member@krcla.example";
const gathering = (where: string) => async (local: Local) => {
  const owner = ownerOf(local);
  try {
    const [found] = await owner.unsafe(
      `select g.id from public.gatherings g join public.organizations o on o.id = g.organization_id where ${where} order by g.starts_at limit 1`,
    );
    if (!found) throw new Error(`The demonstration has no gathering where ${where}.`);
    return String(found.id);
  } finally {
    await owner.end();
  }
};
const ofKrcla = (where: string) => gathering(`o.slug = 'krcla' and ${where}`);

type Finished = {
  name: string;
  as: string | null;
  path(local: Local): Promise<string> | string;
  status?: number;
  before?(page: Page): Promise<void>;
};

/** Every finished page, as those who look at it most see it. */
export const pages: Finished[] = [
  { name: "front page", as: null, path: () => "/" },
  { name: "front page of a member", as: editor, path: () => "/" },
  { name: "sign-in", as: null, path: () => "/sign-in" },
  { name: "demonstration accounts", as: null, path: () => "/sign-in/demonstration" },
  { name: "sign-out", as: editor, path: () => "/sign-out" },
  { name: "public calendar, month", as: null, path: () => "/c/emergency-plan/calendar?view=month" },
  { name: "public calendar, agenda", as: null, path: () => "/c/emergency-plan/calendar?view=agenda" },
  { name: "public calendar of an empty month", as: null, path: () => "/c/emergency-plan/calendar?on=2040-01-15" },
  { name: "organization home", as: editor, path: () => "/o/krcla" },
  { name: "calendar, month", as: editor, path: () => "/o/krcla/calendar?view=month" },
  { name: "calendar, agenda", as: editor, path: () => "/o/krcla/calendar?view=agenda" },
  { name: "calendar, week", as: editor, path: () => "/o/krcla/calendar?view=week" },
  { name: "calendar, day", as: editor, path: () => `/o/krcla/calendar?view=day&on=${dayFromNow(5)}` },
  {
    name: "calendar with filters",
    as: editor,
    path: () => "/o/krcla/calendar?view=agenda&ours=1&kind=clinic&kind=meeting&spoken=ko",
    before: (page) => page.locator("main details summary").first().click(),
  },
  ...resourcePages,
  ...letterPages,
  ...campaignPages,
  ...totalPages,
  { name: "form", as: editor, path: () => "/o/krcla/gatherings/new" },
  {
    name: "signing up",
    as: null,
    path: async (local) => `/gatherings/${await withSignups(local)}/signup`,
  },
  { name: "a return code", as: null, path: () => "/signups" },
  {
    name: "who signed up",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await withSignups(local)}/signups`,
  },
  {
    name: "the terms of signing up",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await withSignups(local)}/signups/settings`,
  },
  {
    name: "volunteers",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await ofKrcla("g.state = 'scheduled'")(local)}/roles`,
  },
  {
    name: "tally",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await ofKrcla("g.state = 'scheduled'")(local)}/tally`,
  },
  { name: "clashes without a time", as: editor, path: () => "/o/krcla/clashes" },
  { name: "form with mistakes", as: editor, path: () => "/o/krcla/gatherings/new", before: sendEmptyForm },
  {
    name: "edit",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await ofKrcla("g.state = 'scheduled'")(local)}/card`,
  },
  {
    name: "move",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await ofKrcla("g.state = 'scheduled'")(local)}/time`,
  },
  {
    name: "cancellation",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await ofKrcla("g.state = 'scheduled'")(local)}/cancellation`,
  },
  {
    name: "restoration",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await ofKrcla("g.state = 'cancelled'")(local)}/restoration`,
  },
  {
    name: "public gathering",
    as: null,
    path: async (local) => `/gatherings/${await gathering("g.state = 'scheduled' and g.audience = 'everyone'")(local)}`,
  },
  {
    name: "own gathering",
    as: editor,
    path: async (local) => `/gatherings/${await ofKrcla("g.state = 'scheduled'")(local)}`,
  },
  {
    name: "gathering as another organization sees it",
    as: editor,
    path: async (local) =>
      `/o/krcla/gatherings/${await ofKrcla("g.state = 'scheduled' and g.audience = 'coalition'")(local)}/preview?as=krc-chicago`,
  },
  {
    name: "form like another gathering",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/new?like=${await ofKrcla("g.state = 'scheduled'")(local)}`,
  },
  {
    name: "template to keep",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await ofKrcla("g.state = 'scheduled'")(local)}/template`,
  },
  {
    name: "import, with an address that is remembered",
    as: editor,
    path: async (local) => {
      await makeRememberedCalendar(local, "Donaudampfschiffahrt".padEnd(120, "s"));
      return "/o/krcla/import";
    },
  },
  {
    name: "calendar to read again",
    as: editor,
    path: async (local) => `${await makeRememberedCalendar(local, "Donaudampfschiffahrt".padEnd(120, "s"))}/reading`,
  },
  {
    name: "address to forget",
    as: editor,
    path: async (local) => `${await makeRememberedCalendar(local, "Donaudampfschiffahrt".padEnd(120, "s"))}/removal`,
  },
  {
    name: "preview of an import",
    as: editor,
    path: (local) => makeImportDraft(local, "Donaudampfschiffahrt".padEnd(120, "s")),
  },
  { name: "a list of services to read", as: editor, path: () => "/o/krcla/resources/import" },
  { name: "preview of a list of services", as: editor, path: makeServiceImport },
  { name: "no templates", as: "editor@nakasec.example", path: () => "/o/nakasec/templates" },
  ...gatheringPages,
  ...keptPages.map((page) => ({ ...page, as: editor })),
  {
    name: "history",
    as: editor,
    path: async (local) => `/o/krcla/gatherings/${await ofKrcla("g.state = 'scheduled'")(local)}/history`,
  },
  { name: "week", as: editor, path: () => "/o/krcla/week?for=us" },
  { name: "week in the other language", as: editor, path: () => "/o/krcla/week?for=everyone&in=ko" },
  { name: "empty week", as: editor, path: () => "/o/krcla/week?on=2040-01-15" },
  {
    name: "flyer",
    as: null,
    path: async (local) =>
      `/gatherings/${await gathering("g.state = 'scheduled' and g.audience = 'everyone'")(local)}/flyer`,
  },
  { name: "flyer with very long texts", as: editor, path: async (local) => `${await longGathering(local)}/flyer` },
  {
    name: "week with very long texts",
    as: editor,
    path: async (local) => `/o/krcla/week?for=us&on=${await longDay(local)}`,
  },
  { name: "draft", as: editor, path: async (local) => `/gatherings/${await ofKrcla("g.state = 'draft'")(local)}` },
  {
    name: "cancelled gathering",
    as: editor,
    path: async (local) => `/gatherings/${await ofKrcla("g.state = 'cancelled'")(local)}`,
  },
  { name: "gathering with very long texts", as: editor, path: longGathering },
  {
    name: "calendar with very long texts",
    as: editor,
    path: async (local) => `/o/krcla/calendar?on=${await longDay(local)}`,
  },
  { name: "members", as: admin, path: async (local) => (await makeInvitation(local)).members },
  { name: "invitation to make", as: admin, path: () => "/o/krcla/invitations/new" },
  { name: "invitation made", as: admin, path: () => "/o/krcla/invitations/new", before: inviteSomebody },
  { name: "new link", as: admin, path: async (local) => (await makeInvitation(local)).renewal },
  { name: "invitation to withdraw", as: admin, path: async (local) => (await makeInvitation(local)).withdrawal },
  { name: "role of somebody", as: admin, path: async (local) => (await makeInvitation(local)).role },
  { name: "removal of somebody", as: admin, path: async (local) => (await makeInvitation(local)).removal },
  { name: "invitation", as: null, path: async (local) => (await makeInvitation(local)).link },
  { name: "invitation for another account", as: editor, path: async (local) => (await makeInvitation(local)).link },
  { name: "mailbox", as: null, path: async (local) => makeMail(local).then(() => "/mailbox") },
  { name: "message of the mailbox", as: null, path: async (local) => `/mailbox/${(await makeMail(local)).kept}` },
  { name: "mail that did not arrive", as: admin, path: async (local) => makeMail(local).then(() => "/o/krcla/mail") },
  { name: "request for a link", as: null, path: () => "/sign-in/link" },
  {
    name: "new password",
    as: null,
    path: async (local) => `/password/${await makeMailedLink(local, "reset", member)}`,
  },
  { name: "dead link", as: null, path: () => "/password/never-given-out", status: 410 },
  {
    name: "end of a kind of mail",
    as: null,
    path: async (local) => `/unsubscribe/${await makeMailedLink(local, "unsubscribe", member)}`,
  },
  { name: "calendars to subscribe to", as: null, path: () => "/subscription" },
  { name: "private calendars, with mistakes", as: editor, path: () => "/settings/calendars", before: sendEmptyForm },
  { name: "settings", as: editor, path: () => "/settings?saved=profile" },
  {
    name: "new password in settings, with mistakes",
    as: editor,
    path: () => "/settings/password",
    before: sendEmptyForm,
  },
  { name: "deletion of the account", as: editor, path: () => "/settings/deletion" },
  { name: "page that is not there", as: null, path: () => "/nowhere", status: 404 },
];

async function inviteSomebody(page: Page) {
  await page.getByRole("textbox").fill(`${crypto.randomUUID()}@krcla.example`);
  await page.locator("main form button:not([type]), main form button[type=submit]").first().click();
  await expect(page.getByRole("status").first()).toBeVisible();
}
