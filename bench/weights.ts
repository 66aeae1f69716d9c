import { gzipSync } from "node:zlib";
import { signInAs, visitor } from "../tests/support/member";
import type { Local } from "../tests/support/product";
import { weightOfScripts } from "../tests/support/weight-of-scripts";

/** What a page brings: its own bytes and those of its scripts, gzipped, and the tags it is made of. */
export type WeightFigure = { page: string; html: number; scripts: number; tags: number };

const pages = {
  visitor: ["/", "/c/emergency-plan/calendar", "/c/emergency-plan/calendar?view=agenda", "/resources", "/sign-in"],
  member: ["/o/krcla", "/o/krcla/calendar", "/o/krcla/gatherings/new", "/o/krcla/resources", "/c/emergency-plan/plan"],
};

export async function measureWeights(local: Local): Promise<WeightFigure[]> {
  const figures: WeightFigure[] = [];
  const weigh = async (who: "visitor" | "member", person: ReturnType<typeof visitor>) => {
    for (const path of pages[who]) {
      const answer = await person.get(path);
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      figures.push({
        ...{ page: `${who} ${path}`, html: gzipSync(text).length, scripts: await weightOfScripts(person, path) },
        tags: text.match(/<[a-z]/g)?.length ?? 0,
      });
    }
  };
  await weigh("visitor", visitor(local));
  await weigh("member", await signInAs(local, "editor@krcla.example"));
  return figures;
}
