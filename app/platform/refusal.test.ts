import { expect, test } from "vitest";
import { caughtRefusal, explain, refusal } from "./refusal";

test("a refusal raised in the database keeps its key, its status and its field", () => {
  const error = { code: "PT422", message: "local_time_skipped", details: '{"field":"starts","hour":2}' };
  expect(caughtRefusal(explain(error))).toEqual({
    problem: { key: "local_time_skipped", field: "starts", values: { hour: 2 } },
    status: 422,
  });
});

test("a refusal without detail is a sentence for the whole form", () => {
  expect(caughtRefusal(explain({ code: "PT409", message: "last_admin", details: null }))).toEqual({
    problem: { key: "last_admin" },
    status: 409,
  });
});

test.each([
  ["a row that is hidden or absent", "PGRST116", "not_found", 404],
  ["a reference to a hidden row", "23503", "not_found", 404],
  ["a forbidden write", "42501", "not_allowed", 403],
  ["a value that somebody hidden has taken", "23505", "not_allowed", 403],
  ["a null byte in a text", "22021", "not_text", 422],
  ["a null byte in a document", "22P05", "not_text", 422],
])("%s does not tell which it is", (_what, code, key, status) => {
  const error = {
    code,
    message: 'Key (slug)=(krcla) already exists in "organizations"',
    details: "Key (slug)=(krcla)",
  };
  expect(caughtRefusal(explain(error))).toEqual({ problem: { key }, status });
});

test("a database that does not answer is said to be silent", () => {
  expect(caughtRefusal(explain({ code: "", message: "TypeError: fetch failed" }, 0))).toEqual({
    problem: { key: "service_silent" },
    status: 503,
  });
});

test("anything else is a bug, and its log line holds nothing that a person typed", () => {
  const bug = explain({ code: "22008", message: 'date out of range: "Minji Park" for column "starts_on"' }, 400);
  expect(bug).toBeInstanceOf(Error);
  expect(String(bug)).toContain('"starts_on"');
  expect(String(bug)).not.toContain("Minji");
});

test("only refusals are caught as refusals", () => {
  expect(caughtRefusal(refusal({ key: "not_found" }, 404))).toEqual({ problem: { key: "not_found" }, status: 404 });
  for (const thrown of [
    new Error("x"),
    new Response(null, { status: 302 }),
    null,
    "not_found",
    { data: "not_found" },
  ]) {
    expect(caughtRefusal(thrown)).toBeUndefined();
  }
});
