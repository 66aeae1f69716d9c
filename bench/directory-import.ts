import { randomUUID } from "node:crypto";
import { liftLimits } from "../tests/support/limits";
import { signInAs } from "../tests/support/member";
import { ownerOf } from "../tests/support/owner";
import type { Local } from "../tests/support/product";

/** A table of many services taken in through the pages, as a clerk does it. */
export type ImportFigure = {
  services: number;
  readSeconds: number;
  /** From the press until the page says that all of it is there. */
  takenSeconds: number;
  /** The same file once more. */
  againSeconds: number;
  undoneSeconds: number;
};

const services = 5_000;
const importPage = "/o/krcla/resources/import";

export async function measureDirectoryImport(local: Local): Promise<ImportFigure> {
  await liftLimits(local);
  const clerk = await signInAs(local, "editor@krcla.example");
  const file = tableOf(services);
  const began = performance.now();
  const path = await send(file);
  await clerk.get(path);
  const readSeconds = since(began);
  const takenSeconds = await press(path, { audience: "owner" });
  const again = await send(file);
  const againSeconds = await press(again, { audience: "owner" });
  const undoneSeconds = await press(path, {}, `${path}/reversal`);
  await clean(local);
  return { services, readSeconds, takenSeconds, againSeconds, undoneSeconds };

  async function send(table: string): Promise<string> {
    const form = new FormData();
    form.append("file", new File([table], "many.csv", { type: "text/csv" }));
    const answer = await fetch(new URL(importPage, local.app_url), {
      method: "POST",
      redirect: "manual",
      body: form,
      headers: {
        origin: new URL(local.app_url).origin,
        cookie: [...clerk.cookies()].map(([name, value]) => `${name}=${value}`).join("; "),
      },
    });
    const location = answer.headers.get("location");
    if (!location) throw new Error(`The file was answered ${answer.status}.`);
    return location;
  }

  async function press(page: string, fields: Record<string, string>, to = page): Promise<number> {
    const pressed = performance.now();
    const answer = await clerk.post(to, fields);
    if (answer.status !== 302) throw new Error(`The press was answered ${answer.status}.`);
    for (;;) {
      const html = await (await clerk.get(page)).text();
      if (!html.includes("<progress")) return since(pressed);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

const since = (began: number) => Math.round((performance.now() - began) / 100) / 10;

/** Rows as a spreadsheet of a real directory has them, each with most of what can be said. */
function tableOf(count: number): string {
  const head =
    "id,name,이름(ko),what help,설명(ko),organization,phone,languages,cost,hours,address,city,state,zip,website";
  const lines = Array.from({ length: count }, (_, at) =>
    [
      ...[randomUUID(), `Bench service ${at}`, `측정 서비스 ${at}`, `"Help with forms, by appointment. Number ${at}."`],
      ...[
        `"서류를 함께 봅니다. ${at}번."`,
        `Bench center ${at % 400}`,
        `213-555-01${String(at % 100).padStart(2, "0")}`,
      ],
      ...['"Korean; English"', at % 2 ? "Free" : "By income", '"Mon-Fri 9:00-17:00; Sat 10:00-14:00"'],
      ...[`${at} Bench Avenue`, "Los Angeles", "CA", "90006", `https://bench.example/${at}`],
    ].join(","),
  );
  return [head, ...lines].join("\n");
}

async function clean(local: Local): Promise<void> {
  const owner = ownerOf(local);
  await owner`delete from public.services where name ->> 'en' like 'Bench service %'`;
  await owner`delete from public.providers where name ->> 'en' like 'Bench center %'`;
  await owner`delete from public.service_imports`;
  await owner.end();
}
