import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, as, type Kept, local, makeGatherings } from "./cast";

const absent = "0b3f6a3e-8f0e-4d39-9a55-3f6c2b7a1d10";
let kept: Kept;
beforeAll(async () => {
  kept = await makeGatherings();
});

/** Who may not see which of KRCLA's gatherings. */
const hidden: [Actor, keyof Kept][] = [
  ["visitor", "owner"],
  ["visitor", "named"],
  ["visitor", "coalition"],
  ["visitor", "draft"],
  ["neighbor", "owner"],
  ["neighbor", "draft"],
  ["ally", "named"],
  ["ally", "hosted"],
  ["ally", "invited"],
  ["visitor", "hosted"],
];

describe("what one may not see answers as if it were not there", () => {
  test.each(hidden)("the %s reads the gathering for %s", async (actor, sort) => {
    const person = await as(actor);
    for (const suffix of ["", ".data", "?lang=ko"]) {
      const [one, other] = [kept[sort], absent];
      const answerTo = async (id: string) => masked(await person.get(`/gatherings/${id}${suffix}`), id);
      expect(await answerTo(one)).toEqual(await answerTo(other));
    }
  });

  test.each(["card", "cancellation", "restoration"])("a neighbor writes to the %s", async (noun) => {
    const person = await as("neighbor");
    for (const method of ["get", "post"] as const) {
      const answerTo = async (id: string) => {
        const path = `/o/krc-chicago/gatherings/${id}/${noun}`;
        return masked(
          method === "get" ? await person.get(path) : await person.post(path, { seen_version: "1", reason: "No" }),
          id,
        );
      };
      expect(await answerTo(kept.coalition)).toEqual(await answerTo(absent));
    }
  });

  test.each(["hosting", "hosting/acceptance", "hosting/refusal", "hosting/ending", "card", "hosts"])(
    "who is not invited asks for and writes to the %s of what others hold",
    async (noun) => {
      const person = await as("ally");
      for (const id of [kept.hosted, kept.invited]) {
        for (const method of ["get", "post"] as const) {
          const answerTo = async (asked: string) => {
            const path = `/o/advancing-justice-la/gatherings/${asked}/${noun}`;
            return masked(method === "get" ? await person.get(path) : await person.post(path, {}), asked);
          };
          expect(await answerTo(id)).toEqual(await answerTo(absent));
        }
      }
    },
  );

  test("a viewer of another organization asks for an organization", async () => {
    const person = await as("ally");
    const answerTo = async (slug: string) => masked(await person.get(`/o/${slug}/calendar`), slug);
    expect(await answerTo("krcla")).toEqual(await answerTo("kxxxa"));
  });
});

/** Status, headers and bytes, without what differs between any two answers. */
async function masked(response: Response, asked: string) {
  const body = await response.text();
  const nonce = /nonce-([\w+/=-]+)/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "none";
  const mask = (text: string) =>
    text.replaceAll(asked, "ASKED").replaceAll(nonce, "NONCE").replace(new RegExp(local().app_url, "g"), "APP");
  const headers = [...response.headers]
    .filter(([name]) => !["date", "x-request-id", "content-length"].includes(name))
    .map(([name, value]) => `${name}: ${mask(value)}`);
  return { status: response.status, headers, body: mask(body) };
}
