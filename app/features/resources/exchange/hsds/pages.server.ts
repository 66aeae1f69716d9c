import type { Db } from "~/platform/supabase.server";
import { findPublicService, listNeeds, listPlaces, listProviders, listPublicServices } from "../queries.server";
import type { HsdsPage, HsdsService, HsdsTerm } from "./hsds";
import { askedPage, pageOf } from "./page";
import { taxonomy, writeNeed } from "./taxonomy.server";
import { writeOrganization, writePlace, writeService } from "./write-service.server";

const isUuid = (said: string | null | undefined): said is string =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(said ?? "");
const one = { page: 1, per_page: 1 };

/** How services name their needs, for writing them. */
export async function needsWriter(): Promise<(id: string) => HsdsTerm | undefined> {
  const written = new Map(
    (await listNeeds()).map((need) => [need.id, { ...writeNeed(need), taxonomy_detail: taxonomy }]),
  );
  return (id) => written.get(id);
}

/** Lists leave out what belongs to each entry, unless it is asked for whole. */
export async function servicesPage(db: Db, url: URL): Promise<HsdsPage<Partial<HsdsService>>> {
  const asked = askedPage(url);
  const { searchParams } = url;
  const [termId, provider, search] = [
    searchParams.get("taxonomy_term_id"),
    searchParams.get("organization_id"),
    searchParams.get("search"),
  ];
  const needs = await listNeeds();
  const term = termId === null ? undefined : (needs.find((need) => writeNeed(need).id === termId)?.id ?? "none");
  const otherTaxonomy = searchParams.has("taxonomy_id") && searchParams.get("taxonomy_id") !== taxonomy.id;
  const chosen = {
    ...(term ? { term } : {}),
    ...(otherTaxonomy ? { term: "none" } : {}),
    ...(provider ? { provider } : {}),
    ...(search ? { search: search.normalize("NFC").slice(0, 100) } : {}),
  };
  const [{ total, services }, termOf] = [await listPublicServices(db, asked, chosen), await needsWriter()];
  const isWhole = searchParams.get("full") === "true";
  const written = services.map((service) => writeService(service, termOf));
  return pageOf(isWhole ? written : written.map(withoutLists), total, asked);
}

export async function servicePage(db: Db, id: string | undefined) {
  const service = isUuid(id) ? await findPublicService(db, id) : null;
  return service ? writeService(service, await needsWriter()) : undefined;
}

export async function organizationsPage(db: Db, url: URL) {
  const asked = askedPage(url);
  const { total, providers } = await listProviders(db, asked);
  return pageOf(
    providers.map((provider) => writeOrganization(provider, "en")),
    total,
    asked,
  );
}

export async function organizationPage(db: Db, id: string | undefined) {
  const [provider] = isUuid(id) ? (await listProviders(db, one, id)).providers : [];
  return provider && writeOrganization(provider, "en");
}

export async function placesPage(db: Db, url: URL) {
  const asked = askedPage(url);
  const { total, places } = await listPlaces(db, asked);
  return pageOf(
    places.map(({ place, service }) => writePlace(service.hsds_id, place, service.source_language)),
    total,
    asked,
  );
}

export async function placePage(db: Db, id: string | undefined) {
  const [found] = isUuid(id) ? (await listPlaces(db, one, id)).places : [];
  return found && writePlace(found.service.hsds_id, found.place, found.service.source_language);
}

export async function termsPage(url: URL) {
  const asked = askedPage(url);
  const isOurs = [null, taxonomy.id].includes(url.searchParams.get("taxonomy_id"));
  const terms = isOurs ? (await listNeeds()).map(writeNeed) : [];
  const from = (asked.page - 1) * asked.per_page;
  return pageOf(terms.slice(from, from + asked.per_page), terms.length, asked);
}

export async function termPage(id: string | undefined) {
  const term = (await listNeeds()).map(writeNeed).find((each) => each.id === id);
  return term && { ...term, taxonomy_detail: taxonomy };
}

export function taxonomiesPage(url: URL) {
  const asked = askedPage(url);
  return pageOf(asked.page === 1 ? [taxonomy] : [], 1, asked);
}

function withoutLists(service: HsdsService): Partial<HsdsService> {
  const single = Object.entries(service).filter(([, value]) => !Array.isArray(value));
  return Object.fromEntries(single);
}
