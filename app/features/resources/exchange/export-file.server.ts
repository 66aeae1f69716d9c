import type { ExportedService } from "./content";
import type { HsdsTerm } from "./hsds/hsds";
import { pageOf } from "./hsds/page";
import { writeService } from "./hsds/write-service.server";

/**
 * All services as one page of HSDS 3.1, the same for the same services: when they were changed and made sure of belongs to whoever
 * did that, and does not travel.
 */
export function exportFile(services: ExportedService[], termOf: (id: string) => HsdsTerm | undefined): string {
  const written = services.map(({ last_modified: _, assured_on: __, ...service }) => writeService(service, termOf));
  const page = pageOf(written, written.length, { page: 1, per_page: Math.max(written.length, 1) });
  return `${JSON.stringify(page, null, 2)}\n`;
}
