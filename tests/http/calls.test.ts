import { readFileSync } from "node:fs";
import { beforeAll, expect, inject, test } from "vitest";
import { makeImportDraft, makeRememberedCalendar } from "../support/import-draft";
import { type KeptServices, makeServices } from "../support/kept-services";
import { type MadeCampaigns, makeCampaigns } from "../support/made-campaigns";
import { type MadeItems, makeItems } from "../support/made-items";
import { type MadeLetters, makeLetters } from "../support/made-letters";
import { type MadeResources, makeResources } from "../support/made-resources";
import { type MadeTotals, makeTotals } from "../support/made-totals";
import { makeMail } from "../support/mail";
import { makeServiceImport } from "../support/service-import-draft";
import {
  type Actor,
  as,
  type Kept,
  local,
  makeCalendar,
  makeFirstLink,
  makeGatherings,
  makeInvitation,
  makeMailedLinks,
} from "./cast";
import { type Listed, makeListed } from "./directory-cast";

let kept: Kept;
let resources: MadeResources;
let listed: Listed;
let firstLink: string;
let invitation: Awaited<ReturnType<typeof makeInvitation>>;
let calendar: Awaited<ReturnType<typeof makeCalendar>>;
let mail: Awaited<ReturnType<typeof makeMail>>;
let mailed: Awaited<ReturnType<typeof makeMailedLinks>>;
let importDraft: string;
let importAddress: string;
let services: KeptServices;
let serviceImport: string;
let letters: MadeLetters;
let campaigns: MadeCampaigns;
let items: MadeItems;
let totals: MadeTotals;
beforeAll(async () => {
  listed = await makeListed();
  totals = await makeTotals(local());
  letters = await makeLetters(local());
  campaigns = await makeCampaigns(local());
  items = await makeItems(local());
  [importDraft, importAddress] = [await makeImportDraft(local()), await makeRememberedCalendar(local())];
  serviceImport = await makeServiceImport(local());
  [kept, firstLink, invitation] = [await makeGatherings(), await makeFirstLink(), await makeInvitation()];
  calendar = await makeCalendar();
  [resources, services] = [await makeResources(local()), await makeServices(local())];
  [mail, mailed] = [await makeMail(local()), await makeMailedLinks()];
});

const pages: Record<string, () => string> = {
  "the front page": () => "/",
  "sign-in": () => "/sign-in",
  "the demonstration accounts": () => "/sign-in/demonstration",
  "sign-out": () => "/sign-out",
  "a request for a link": () => "/sign-in/link",
  "a link to sign in": () => `/sign-in/link/${mailed.sign_in}`,
  "a request for a new password": () => "/password",
  "a link to a new password": () => `/password/${mailed.reset}`,
  "a link that confirms an address": () => `/address/${mailed.address_new}`,
  "a link that ends mail": () => `/unsubscribe/${mailed.unsubscribe}`,
  settings: () => "/settings",
  "settings of oneself": () => "/settings/profile",
  "settings of mail": () => "/settings/notifications",
  "settings of the password": () => "/settings/password",
  "settings of the address": () => "/settings/address",
  "a download of oneself": () => "/settings/export",
  "a deletion of the account": () => "/settings/deletion",
  "leaving an organization": () => "/settings/organizations/krcla/leaving",
  "private calendars": () => "/settings/calendars",
  "the end of a private calendar": () => `/settings/calendars/${calendar.id}/ending`,
  "calendars to subscribe to": () => "/subscription",
  "the feed of everything": () => "/calendar.ics",
  "a coalition's feed": () => "/c/emergency-plan/calendar.ics",
  "an organization's feed": () => "/o/krcla/calendar.ics",
  "a gathering's file": () => `/gatherings/${kept.everyone}/calendar.ics`,
  "a private feed": () => `/feeds/${calendar.token}/calendar.ics`,
  "where to find help": () => "/resources",
  "what is found": () => "/resources?q=%EC%83%81%EB%8B%B4",
  "a service": () => `/resources/${resources.everyone}`,
  "an organization's services": () => "/o/krcla/resources",
  "the form of a new service": () => "/o/krcla/resources/new",
  "the form of a service": () => `/o/krcla/resources/${resources.owner}/card`,
  "a service as others see it": () => `/o/krcla/resources/${resources.everyone}/preview`,
  "a service to be deleted": () => `/o/krcla/resources/${resources.owner}/removal`,
  "the plan at a glance": () => "/c/emergency-plan/plan",
  "what happened since a meeting": () => "/c/emergency-plan/plan/meeting?since=2026-11-01",
  "what a coalition does together": () => "/c/emergency-plan/items",
  "a board of it": () => "/c/emergency-plan/items?as=board",
  "what an organization does with others": () => "/o/krcla/items",
  "something done together": () => `/items/${items.named}`,
  "the form of something to do together": () => "/o/krcla/items/new",
  "something done together to change": () => `/o/krcla/items/${items.named}/card`,
  "whom to ask to do a part": () => `/o/krcla/items/${items.named}/asking`,
  "an organization's own part": () => `/o/krcla/items/${items.named}/part`,
  "a campaign": () => `/campaigns/${campaigns.everyone}`,
  "an organization's campaigns": () => "/o/krcla/campaigns",
  "the form of a new campaign": () => "/o/krcla/campaigns/new",
  "the form of a campaign": () => `/o/krcla/campaigns/${campaigns.owner}/card`,
  "how a campaign came out": () => `/o/krcla/campaigns/${campaigns.owner}/outcome`,
  "a campaign to run again": () => `/o/krcla/campaigns/${campaigns.over}/reopening`,
  "a campaign to delete": () => `/o/krcla/campaigns/${campaigns.owner}/removal`,
  "what a coalition counts together": () => "/c/emergency-plan/totals",
  "what an organization counts": () => "/o/krcla/totals",
  "the form of something to count": () => "/o/krcla/totals/new",
  "an organization's numbers": () => `/o/krcla/totals/${totals.metric}`,
  "something counted, to change": () => `/o/krcla/totals/${totals.led}/card`,
  "a number to hand over": () => `/o/krcla/totals/${totals.metric}/handovers/new`,
  "a number to take back": () => `/o/krcla/totals/${totals.metric}/handovers/${totals.handover}/ending`,
  "the letters of a coalition": () => "/c/emergency-plan/letters",
  "a final letter": () => `/letters/${letters.final}`,
  "a letter on paper": () => `/letters/${letters.final}/letter.pdf`,
  "the letters of an organization": () => "/o/krcla/letters",
  "the form of a letter": () => "/o/krcla/letters/new",
  "who signs letters": () => "/o/krcla/letters/signers",
  "a letter and an organization's part": () => `/o/krcla/letters/${letters.led}`,
  "another text of a letter": () => `/o/krcla/letters/${letters.led}/text`,
  "other deadlines of a letter": () => `/o/krcla/letters/${letters.led}/deadline`,
  "what a letter serves": () => `/o/krcla/letters/${letters.led}/campaign`,
  "a draft to remove": () => `/o/krcla/letters/${letters.draft}/removal`,
  "a letter to sign": () => `/o/krcla/letters/${letters.open}/signature`,
  "signatories without an account": () => `/o/krcla/letters/${letters.led}/others`,
  "a signatory to take off": () => `/o/krcla/letters/${letters.led}/others/${letters.other}/removal`,
  "a first link": () => `/welcome/${firstLink}`,
  "an invitation": () => `/invitations/${invitation.token}`,
  "the members": () => "/o/krcla/members",
  "the mailbox": () => "/mailbox",
  "a message of the mailbox": () => `/mailbox/${mail.kept}`,
  "the mail that did not arrive": () => "/o/krcla/mail",
  "the public calendar": () => "/c/emergency-plan/calendar",
  "the organization's home": () => "/o/krcla",
  "the organization's calendar": () => "/o/krcla/calendar",
  "a filtered week": () => "/o/krcla/calendar?view=week&ours=1&kind=clinic",
  "a day of the public calendar": () => "/c/emergency-plan/calendar?view=day",
  "a gathering": () => `/gatherings/${kept.everyone}`,
  "the form": () => "/o/krcla/gatherings/new",
  "an edit": () => `/o/krcla/gatherings/${kept.coalition}/card`,
  "a move": () => `/o/krcla/gatherings/${kept.coalition}/time`,
  "a cancellation": () => `/o/krcla/gatherings/${kept.coalition}/cancellation`,
  "a restoration": () => `/o/krcla/gatherings/${kept.cancelled}/restoration`,
  "a form like another gathering": () => `/o/krcla/gatherings/new?like=${kept.coalition}`,
  "a template to keep": () => `/o/krcla/gatherings/${kept.coalition}/template`,
  "a list of services to read": () => "/o/krcla/resources/import",
  "the preview of a list of services": () => serviceImport,
  "an import of services to undo": () => `${serviceImport}/reversal`,
  "an import": () => "/o/krcla/import",
  "the preview of an import": () => importDraft,
  "a calendar to read again": () => `${importAddress}/reading`,
  "an address to forget": () => `${importAddress}/removal`,
  "the templates": () => "/o/krcla/templates",
  "a template's removal": () => `/o/krcla/templates/${kept.template}/removal`,
  "a history": () => `/o/krcla/gatherings/${kept.coalition}/history`,
  "the hosts": () => `/o/krcla/gatherings/${kept.hosted}/hosts`,
  "the end of a host": () => `/o/krcla/gatherings/${kept.hosted}/hosts/${kept.host}/ending`,
  "what an organization holds": () => "/o/krcla/hostings",
  "a flyer": () => `/gatherings/${kept.everyone}/flyer`,
  "signing up": () => `/gatherings/${kept.everyone}/signup`,
  "who signed up": () => `/o/krcla/gatherings/${kept.everyone}/signups`,
  "the terms of signing up": () => `/o/krcla/gatherings/${kept.everyone}/signups/settings`,
  "the volunteers": () => `/o/krcla/gatherings/${kept.coalition}/roles`,
  "a role": () => `/o/krcla/gatherings/${kept.coalition}/roles/${kept.role}`,
  "the tally": () => `/o/krcla/gatherings/${kept.coalition}/tally`,
  "the check of a time": () => "/o/krcla/clashes",
  "the week": () => "/o/krcla/week?for=us",
  "a handout": () => `/resources/${services.everyone}/handout`,
  "a message": () => `/resources/${services.everyone}/message`,
  "a table of services": () => `/resources.csv?id=${services.everyone}`,
  "a table of an organization": () => "/o/krcla/resources.csv",
  "a service to collect": () => `/o/krcla/resources/${services.everyone}/collecting`,
  "the collections": () => "/o/krcla/collections",
  "a new collection": () => "/o/krcla/collections/new",
  "a collection": () => `/collections/${services.collection.everyone}`,
  "a handout of a collection": () => `/collections/${services.collection.everyone}/handout`,
  "a table of a collection": () => `/collections/${services.collection.everyone}/resources.csv`,
  "an edit of a collection": () => `/o/krcla/collections/${services.collection.everyone}/card`,
  "the order of a collection": () => `/o/krcla/collections/${services.collection.everyone}/order`,
  "a collection to delete": () => `/o/krcla/collections/${services.collection.everyone}/removal`,
  "an entry to take out": () =>
    `/o/krcla/collections/${services.collection.everyone}/entries/${services.everyone}/removal`,
  "whether a service is right": () => `/resources/${listed.everyone}/truth`,
  "saying that something is different": () => `/resources/${listed.everyone}/suggestion?field=schedules`,
  "a press that a service is still right": () => `/still-true/${listed.stillTrue}`,
  "what should be checked": () => "/o/krcla/resources/checks",
  "making sure": () => `/o/krcla/resources/${listed.everyone}/verification`,
  "what others say is different": () => `/o/krcla/resources/${listed.everyone}/suggestions`,
  "taking a suggestion": () => `/o/krcla/resources/${listed.everyone}/suggestions/${listed.suggestion}/acceptance`,
  "the end of a stewardship": () => `/o/krcla/resources/${listed.coalition}/stewardship/ending`,
  "a page that is not there": () => "/nowhere",
};

test.each(Object.entries(pages))("%s makes two calls to the database at most", async (_name, path) => {
  for (const [actor, most] of [
    ["visitor", 1],
    ["editor", 2],
  ] as [Actor, number][]) {
    const response = await (await as(actor)).get(path());
    await response.text();
    const calls = await callsOf(response.headers.get("x-request-id") ?? "no id");
    expect(calls, `${actor} at ${path()}`).toBeLessThanOrEqual(most);
  }
});

/** How many calls a request made, as the web process logged it. */
async function callsOf(requestId: string): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const line = readFileSync(inject("printedFile"), "utf8")
      .split("\n")
      .find((each) => each.includes(requestId) && each.includes('"calls"'));
    if (line) return (JSON.parse(line.slice(line.indexOf("{"))) as { calls: number }).calls;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The log says nothing about ${requestId}.`);
}
