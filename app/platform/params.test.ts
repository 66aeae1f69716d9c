import { expect, test } from "vitest";
import { slugParam, uuidParam } from "./params";
import { caughtRefusal } from "./refusal";

function refusalOf(act: () => unknown) {
  try {
    return { value: act() };
  } catch (thrown) {
    return caughtRefusal(thrown);
  }
}

const notFound = { problem: { key: "not_found" }, status: 404 };

test("an id out of the address is taken in any case", () => {
  expect(uuidParam("0B3F6A3E-8F0E-4D39-9A55-3F6C2B7A1D10")).toBe("0b3f6a3e-8f0e-4d39-9a55-3f6c2b7a1d10");
});

test.each([undefined, "", "1", "no-uuid", "0b3f6a3e8f0e4d399a553f6c2b7a1d10", "0b3f6a3e-8f0e-4d39-9a55-3f6c2b7a1d10 "])(
  "%j is no id: there is no such page",
  (id) => {
    expect(refusalOf(() => uuidParam(id))).toEqual(notFound);
  },
);

test("a short name out of the address is taken as it is", () => {
  expect(slugParam("krc-chicago")).toBe("krc-chicago");
});

test.each([undefined, "", "KRCLA", "-krcla", "krc--chicago", "krcla'", "민족학교", "a".repeat(64)])(
  "%j is no short name: there is no such page",
  (slug) => {
    expect(refusalOf(() => slugParam(slug))).toEqual(notFound);
  },
);
