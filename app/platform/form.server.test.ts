import { describe, expect, test } from "vitest";
import { z } from "zod";
import { submit } from "./form.server";
import { refusal } from "./refusal";

const schema = z.object({
  title: z.object({ en: z.string().max(5, "too_long").optional() }),
  email: z.string("required"),
  languages: z.array(z.string()).optional(),
  password: z.string("required").min(12, "passphrase_too_short"),
});

const good = { "title.en": "Hi", email: "a@b.example", password: "correct horse" };

async function send(
  fields: Record<string, string | string[]>,
  command = async (_input: unknown) => new Response("done"),
) {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  );
  const answer = await submit(new Request("http://hamkke.example/", { method: "POST", body }), schema, command);
  if (answer instanceof Response) return { done: await answer.text() };
  return { status: answer.init?.status, ...answer.data };
}

describe("a form that is not accepted", () => {
  test("comes back as it was typed, repeated fields too, with a problem beside each field", async () => {
    const answer = await send({ ...good, "title.en": "Too long", languages: ["ko", "en"], email: "" });
    expect(answer).toEqual({
      status: 422,
      values: { "title.en": "Too long", email: "", languages: ["ko", "en"] },
      errors: { "title.en": [{ key: "too_long", values: { maximum: 5 } }], email: [{ key: "required" }] },
    });
  });

  test("never brings a password back", async () => {
    const answer = await send({ ...good, password: "hunter2", passphrase: "another secret" });
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|another secret/);
    expect(answer).toMatchObject({ errors: { password: [{ key: "passphrase_too_short" }] } });
  });

  test("holding a null byte is refused before the command, and keeps the rest", async () => {
    const answer = await send({ ...good, email: "a\0b" }, () => Promise.reject(new Error("the command ran")));
    expect(answer).toMatchObject({ status: 422, refusal: { key: "not_text" }, values: { email: "ab" } });
  });
});

test.each(["__proto__.extra", "constructor.prototype.extra", "title.__proto__.extra", "__proto__[extra]", "extra"])(
  "a field called %s reaches no command, and no object but the form's own",
  async (name) => {
    let reached: unknown;
    await send({ ...good, [name]: "planted" }, async (input) => {
      reached = input;
      return new Response("done");
    });
    expect(JSON.stringify(reached)).toBe(
      JSON.stringify({ title: { en: "Hi" }, email: "a@b.example", password: "correct horse" }),
    );
    expect(({} as Record<string, unknown>).extra).toBeUndefined();
  },
);

test("a field that comes twice where one is asked for is refused, and an address adds none", async () => {
  expect(await send({ ...good, email: ["a@b.example", "c@d.example"] })).toMatchObject({ status: 422 });
  const body = new URLSearchParams({ "title.en": "Hi", password: "correct horse" });
  const request = new Request("http://hamkke.example/?email=a%40b.example", { method: "POST", body });
  expect(await submit(request, schema, async () => new Response("done"))).toMatchObject({
    data: { errors: { email: [{ key: "required" }] } },
  });
});

describe("a command that refuses", () => {
  test("tells it above the form", async () => {
    const answer = await send(good, () => Promise.reject(refusal({ key: "last_admin" }, 409)));
    expect(answer).toMatchObject({
      status: 409,
      refusal: { key: "last_admin" },
      errors: {},
      values: { email: "a@b.example" },
    });
  });

  test("tells it beside the field it is about", async () => {
    const answer = await send(good, () => Promise.reject(refusal({ key: "slug_taken", field: "title.en" }, 409)));
    expect(answer).toMatchObject({ status: 409, errors: { "title.en": [{ key: "slug_taken" }] } });
  });

  test("with a bug is not mistaken for one that refuses", async () => {
    await expect(send(good, () => Promise.reject(new Error("bug")))).rejects.toThrow("bug");
  });
});

test("what is accepted reaches the command composed and with plain line ends", async () => {
  let seen: unknown;
  const answer = await send({ ...good, email: "함께\r\n둘".normalize("NFD") }, async (input) => {
    seen = input;
    return new Response("done");
  });
  expect(answer).toEqual({ done: "done" });
  expect(seen).toMatchObject({ title: { en: "Hi" }, email: "함께\n둘" });
});
