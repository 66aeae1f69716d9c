import type { Sql } from "postgres";

export type ZoneDifference = { zone: string; at: string; postgres: string; node: string };

/** Home zones of the coalition, zones its people call, and those whose rules changed or are odd. */
const ZONES = [
  "UTC America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage",
  "Pacific/Honolulu America/Puerto_Rico America/Toronto America/Vancouver America/Halifax America/St_Johns",
  "America/Mexico_City America/Tijuana America/Bogota America/Lima America/Sao_Paulo America/Santiago",
  "America/Asuncion America/Argentina/Buenos_Aires Europe/London Europe/Paris Europe/Moscow Europe/Istanbul",
  "Africa/Cairo Africa/Casablanca Africa/Lagos Africa/Nairobi Asia/Seoul Asia/Pyongyang Asia/Tokyo Asia/Shanghai",
  "Asia/Manila Asia/Ho_Chi_Minh Asia/Kolkata Asia/Kathmandu Asia/Almaty Asia/Tehran Asia/Jerusalem Australia/Sydney",
  "Australia/Lord_Howe Pacific/Auckland Pacific/Apia",
].flatMap((line) => line.split(" "));

/** Where Postgres and Node disagree on the local time of the coming three years: the first such moment of each zone. */
export async function compareTimeZoneData(sql: Sql, now: Date, zones = ZONES): Promise<ZoneDifference[]> {
  const instants = weeksFrom(now, 3 * 53).map((instant) => instant.toISOString());
  const rows = await sql<{ zone: string; at: string; local: string }[]>`
    select zone, at::text, to_char(at::timestamptz at time zone zone, 'YYYY-MM-DD HH24:MI') as local
    from unnest(${zones}::text[]) as zone
    cross join unnest(${instants}::text[]) with ordinality as moment (at, place)
    order by zone, place`;
  const formats = new Map(zones.map((zone) => [zone, formatIn(zone)]));
  const differences = new Map<string, ZoneDifference>();
  for (const { zone, at, local } of rows) {
    const node = formats.get(zone)?.(new Date(at)) ?? "unknown";
    if (node !== local && !differences.has(zone)) differences.set(zone, { zone, at, postgres: local, node });
  }
  return [...differences.values()];
}

function weeksFrom(start: Date, count: number): Date[] {
  return Array.from({ length: count }, (_, week) => new Date(start.getTime() + week * 7 * 24 * 60 * 60 * 1000));
}

function formatIn(zone: string): ((instant: Date) => string) | undefined {
  try {
    const format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    return (instant) => {
      const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
      return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
    };
  } catch {
    return undefined;
  }
}
