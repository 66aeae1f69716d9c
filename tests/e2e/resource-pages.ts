import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";

const editor = "editor@krcla.example";

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
];
