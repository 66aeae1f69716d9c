import type { Page } from "@playwright/test";
import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { expect } from "./journey";
import { longService } from "./made-services";
import { makeAbandoned, makeCollection, makeSuggestion } from "./made-truth";
import { sendEmptyForm } from "./send-empty-form";

const editor = "editor@krcla.example";
const neighbor = "editor@krc-chicago.example";

/** A service of the demonstration's KRCLA. */
async function ofKrcla(local: Local, where: string): Promise<string> {
  const owner = ownerOf(local);
  try {
    const [found] = await owner.unsafe(
      `select s.id from public.services s join public.organizations o on o.id = s.organization_id
       where o.slug = 'krcla' and ${where} order by s.name ->> 'en' limit 1`,
    );
    if (!found) throw new Error(`The demonstration lists no service where ${where}.`);
    return String(found.id);
  } finally {
    await owner.end();
  }
}

/** The finished pages of the directory. */
export const resourcePages = [
  { name: "where to find help", as: null, path: () => "/resources" },
  { name: "help that was found", as: null, path: () => "/resources?q=%EC%83%81%EB%8B%B4" },
  { name: "help that was not found", as: null, path: () => "/resources?q=%EC%83%81%EB%8B%B4&area=nowhere" },
  { name: "services an organization lists", as: editor, path: () => "/o/krcla/resources" },
  { name: "form of a new service", as: editor, path: () => "/o/krcla/resources/new" },
  {
    name: "form of a service",
    as: editor,
    path: async (local: Local) => `/o/krcla/resources/${await ofKrcla(local, "s.credential is not null")}/card`,
  },
  {
    name: "legal help",
    as: null,
    path: async (local: Local) =>
      `/resources/${await ofKrcla(local, "s.credential is not null and s.audience = 'everyone' and s.state = 'active'")}`,
  },
  {
    name: "a service with every layer",
    as: editor,
    path: async (local: Local) =>
      `/resources/${await ofKrcla(local, "exists (select from public.service_notes n where n.service_id = s.id)")}`,
  },
  {
    name: "a service as others see it",
    as: editor,
    path: async (local: Local) => `/o/krcla/resources/${await ofKrcla(local, "s.state = 'active'")}/preview`,
  },
  {
    name: "a service to be deleted",
    as: editor,
    path: async (local: Local) => `/o/krcla/resources/${await ofKrcla(local, "s.state = 'draft'")}/removal`,
  },
  {
    name: "a service that others have seen, to be ended",
    as: editor,
    path: async (local: Local) => `/o/krcla/resources/${await ofKrcla(local, "s.state = 'active'")}/removal`,
  },
  { name: "help in English that spells nothing in Hangul", as: null, path: () => "/resources?q=hospital" },
  {
    name: "help by area, language and hours",
    as: null,
    path: () => "/resources?need=legal&open=1&area=chicago&spoken=ko",
  },
  {
    name: "a service with very long texts",
    as: editor,
    path: async (local: Local) => `/resources/${await longService(local)}`,
  },
  {
    name: "a service that was just saved",
    as: editor,
    path: async (local: Local) => `/resources/${await ofKrcla(local, "s.verify_by < current_date")}?saved=savedNew`,
  },
  {
    name: "form of a new service, with mistakes",
    as: editor,
    path: () => "/o/krcla/resources/new",
    before: sendEmptyForm,
  },
  ...["handout", "message"].map((noun) => ({
    name: `a very long service as a ${noun}`,
    as: null,
    path: async (local: Local) => `/resources/${await longService(local)}/${noun}`,
  })),
  {
    name: "collections",
    as: editor,
    path: async (local: Local) => makeCollection(local).then(() => "/o/krcla/collections"),
  },
  { name: "no collections", as: "editor@nakasec.example", path: () => "/o/nakasec/collections" },
  {
    name: "a new collection, with mistakes",
    as: editor,
    path: () => "/o/krcla/collections/new",
    before: sendEmptyForm,
  },
  {
    name: "a collection of others",
    as: null,
    path: async (local: Local) => `/collections/${(await makeCollection(local)).id}`,
  },
  ...["", "/handout"].map((noun) => ({
    name: `a collection of ours${noun}`,
    as: editor,
    path: async (local: Local) => `/collections/${(await makeCollection(local)).id}${noun}`,
  })),
  ...["card", "order", "removal"].map((noun) => ({
    name: `the ${noun} of a collection`,
    as: editor,
    path: async (local: Local) => `/o/krcla/collections/${(await makeCollection(local)).id}/${noun}`,
  })),
  {
    name: "a service to take out of a collection",
    as: editor,
    path: async (local: Local) => {
      const { id, service } = await makeCollection(local);
      return `/o/krcla/collections/${id}/entries/${service}/removal`;
    },
  },
  {
    name: "a service to put into a collection",
    as: editor,
    path: async (local: Local) => `/o/krcla/resources/${(await makeCollection(local)).service}/collecting`,
  },
  {
    name: "services to be checked",
    as: editor,
    path: async (local: Local) => makeSuggestion(local).then(() => "/o/krcla/resources/checks"),
  },
  {
    name: "no services to be checked",
    as: "viewer@advancing-justice-la.example",
    path: () => "/o/advancing-justice-la/resources/checks",
  },
  ...["truth", "suggestion", "suggestion?field=schedules", "suggestion?field=place"].map((noun) => ({
    name: `a service to say something about: ${noun}`,
    as: null,
    path: async (local: Local) => `/resources/${(await makeSuggestion(local)).service}/${noun}`,
  })),
  {
    name: "a suggestion that was sent",
    as: null,
    path: async (local: Local) => `/resources/${(await makeSuggestion(local)).service}/suggestion?field=phones`,
    before: async (page: Page) => {
      await page.locator("main input[type=tel]").fill("213-555-0166");
      await page.waitForTimeout(3000);
      await page.locator("main form button").first().click();
      await expect(page.getByRole("status").first()).toBeVisible();
    },
  },
  { name: "the code of a suggestion, with mistakes", as: null, path: () => "/suggestions", before: sendEmptyForm },
  ...["suggestions", "verification"].map((noun) => ({
    name: `a service of ours: ${noun}`,
    as: editor,
    path: async (local: Local) => `/o/krcla/resources/${(await makeSuggestion(local)).service}/${noun}`,
  })),
  ...["acceptance", "refusal"].map((noun) => ({
    name: `the ${noun} of a suggestion`,
    as: editor,
    path: async (local: Local) => {
      const { service, suggestion } = await makeSuggestion(local);
      return `/o/krcla/resources/${service}/suggestions/${suggestion}/${noun}`;
    },
  })),
  ...["truth", "suggestions"].map((noun) => ({
    name: `a service about which two sources disagree: ${noun}`,
    as: editor,
    path: async (local: Local) =>
      `${noun === "truth" ? "" : "/o/krcla"}/resources/${await makeAbandoned(local, false)}/${noun}`,
  })),
  {
    name: "a service to look after",
    as: neighbor,
    path: async (local: Local) => `/o/krc-chicago/resources/${await makeAbandoned(local, false)}/stewardship`,
  },
  ...["correction", "correction?field=phones", "stewardship/ending"].map((noun) => ({
    name: `a service looked after: ${noun}`,
    as: neighbor,
    path: async (local: Local) => `/o/krc-chicago/resources/${await makeAbandoned(local, true)}/${noun}`,
  })),
];
