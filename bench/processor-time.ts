import { signInAs, visitor } from "../tests/support/member";
import type { Product } from "../tests/support/product";
import { loadBy } from "./load";
import { type ProcessName, processesOf } from "./processes";

/** How long each process has a processor for one page, in milliseconds: what it costs, however busy the machine is. */
export type ProcessorFigure = { page: string } & Record<"web" | "stack" | "postgres", number>;

const pages = [
  ["visitor", "/c/emergency-plan/calendar"],
  ["visitor", "/resources"],
  ["member", "/o/krcla"],
  ["member", "/o/krcla/calendar?view=month"],
  ["member", "/c/emergency-plan/plan"],
] as const;

export async function measureProcessorTime({ local, pid = 0 }: Product, times: number): Promise<ProcessorFigure[]> {
  const people = { visitor: visitor(local), member: await signInAs(local, "editor@krcla.example") };
  const figures: ProcessorFigure[] = [];
  for (const [who, page] of pages) {
    const ask = async () => {
      const answer = await people[who].get(page);
      if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`);
      return (await answer.arrayBuffer()).byteLength;
    };
    const load = (most: number) => loadBy(ask, { connections: 2, seconds: 60, most });
    await load(times / 4);
    const before = processesOf(pid);
    const { requests } = await load(times);
    const after = processesOf(pid);
    const each = (name: ProcessName) => {
      const [began, ended] = [before, after].map((all) => all.find((one) => one.name === name)?.processor ?? 0);
      return Math.round((((ended ?? 0) - (began ?? 0)) / requests) * 10) / 10;
    };
    figures.push({ page, web: each("web"), stack: each("stack"), postgres: each("postgres") });
  }
  return figures;
}
