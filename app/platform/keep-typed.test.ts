import { expect, test } from "vitest";
import { keepTyped } from "./keep-typed";
import { refusal } from "./refusal";

function send(serverAction: () => Promise<unknown>) {
  const body = new URLSearchParams({ "title.en": "Clinic", languages: "ko", password: "secret" });
  const request = new Request("http://hamkke.example/", { method: "POST", body });
  return keepTyped({ request, params: {}, serverAction } as Parameters<typeof keepTyped>[0]);
}

test("when the network is lost, the form keeps what was typed and says so; the page asks for nothing more", async () => {
  const answer = await send(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(answer).toBeInstanceOf(Response);
  expect([(answer as Response).status, await (answer as Response).json()]).toEqual([
    503,
    { values: { "title.en": "Clinic", languages: "ko" }, errors: {}, refusal: { key: "connection_lost" } },
  ]);
});

test("when the answer is none, the form stays as well and admits it", async () => {
  const answer = (await send(() => Promise.reject(new Error("Unable to decode turbo-stream response")))) as Response;
  expect([answer.status, await answer.json()]).toMatchObject([503, { refusal: { key: "unexpected" } }]);
});

test("what the server does answer goes its way: a reply, a redirect, a page's refusal", async () => {
  const reply = { values: {}, errors: {}, refusal: refusal({ key: "last_admin" }, 409).data };
  expect(await send(async () => reply)).toBe(reply);
  const redirect = new Response(null, { status: 302, headers: { Location: "/o/krcla" } });
  await expect(send(() => Promise.reject(redirect))).rejects.toBe(redirect);
  const gone = { status: 404, statusText: "", internal: false, data: { key: "not_found" } };
  await expect(send(() => Promise.reject(gone))).rejects.toBe(gone);
});
