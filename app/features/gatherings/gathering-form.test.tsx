import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import en from "~/i18n/messages/en";
import ko from "~/i18n/messages/ko";
import type { FormReply } from "~/platform/form";
import { listZoneChoices } from "~/platform/zone-choices";
import { inLanguage } from "../../../tests/support/in-language";
import { chicago, fellows, krcla, plan, sampleStored } from "../../../tests/support/sample-gathering";
import { newValues } from "./form-values";
import { GatheringForm } from "./gathering-form";
import { StoredNow } from "./stored-now";
import { storedValues } from "./stored-values";

afterEach(cleanup);

const organization = { ...krcla, time_zone: "America/Los_Angeles", coalitions: [plan] };
const zones = listZoneChoices(["America/Chicago", "America/Los_Angeles"], ["America/Los_Angeles"], "en");

const typed: FormReply["values"] = {
  submission_id: "first",
  "title.en": "Clinic",
  "title.ko": "상담",
  "description.en": "Bring your papers.",
  kind: "registration_drive",
  starts_on: "2026-11-01",
  starts: "1:30 am",
  ends: "half past two",
  time_zone: "America/Chicago",
  area: "Koreatown",
  languages: ["ko", "es"],
  other_languages: "Thai",
  audience: "named",
  recipients: chicago.id,
};

test("a refused gathering keeps everything that was typed and chosen", async () => {
  await open({ values: typed, errors: { ends: [{ key: "time_not_understood" }] } });

  expect(field("Title in English").value).toBe("Clinic");
  expect(field("Title in Korean").value).toBe("상담");
  expect(field(/^Description in English/).value).toBe("Bring your papers.");
  expect(field("Kind").value).toBe("registration_drive");
  expect(field("Day").value).toBe("2026-11-01");
  expect(field("Starts at").value).toBe("1:30 am");
  expect(field("Ends at").value).toBe("half past two");
  expect(field("Time zone of the place").value).toBe("America/Chicago");
  expect(field(/^Area/).value).toBe("Koreatown");
  expect([field("Korean").checked, field("Spanish").checked, field("English").checked]).toEqual([true, true, false]);
  expect(field(/^Other languages/).value).toBe("Thai");
  expect(field("Named organizations").checked).toBe(true);
  expect(field("KRC Chicago").checked).toBe(true);
});

test("each error stands at its field and in the summary, by the field's name", async () => {
  await open({ values: typed, errors: { ends: [{ key: "time_not_understood" }], title: [{ key: "title_required" }] } });

  expect(describedBy(field("Ends at"))).toContain(en.problem.time_not_understood);
  const links = within(screen.getByRole("alert")).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual([
    `Ends at: ${en.problem.time_not_understood}`,
    `Title: ${en.problem.title_required}`,
  ]);
  for (const link of links) expect(document.getElementById(link.getAttribute("href")?.slice(1) ?? "")).not.toBeNull();
});

test("an hour that happens twice is asked about, and not before", async () => {
  await open(undefined);
  expect(screen.queryByText(en.ui.foldLegend)).toBeNull();
  cleanup();

  await open({ values: typed, errors: { starts: [{ key: "local_time_repeated", field: "starts" }] } });
  expect(field(en.ui.foldFirst).name).toBe("starts_fold");
  expect(field(en.ui.foldSecond).checked).toBe(false);
});

test("a new gathering is shared with nobody until somebody chooses", async () => {
  await open(undefined);
  expect(screen.getAllByLabelText<HTMLInputElement>("Only us").map((one) => one.checked)).toEqual([true, true]);
  expect(field("Time zone of the place").value).toBe("America/Los_Angeles");
});

test("the sentence before publishing counts and names the organizations chosen", async () => {
  await open(undefined);
  fireEvent.click(field("Named organizations"));
  expect(screen.getByText(/No organization is chosen yet: only KRCLA would see the card/)).toBeTruthy();
  fireEvent.click(field("KRC Chicago"));
  expect(screen.getByText("2 organizations will see the card: KRCLA and KRC Chicago.")).toBeTruthy();
  expect(screen.getByText("2 organizations of Emergency Plan will see the card.")).toBeTruthy();
  expect(screen.getByText("Only KRCLA will see the details.")).toBeTruthy();
});

test("making the details public asks in plain words, in both languages, and is never ticked beforehand", async () => {
  await open({ values: { ...typed, "detail.audience": "everyone" }, errors: {} });
  expect(
    screen.getByText("Anyone, including immigration enforcement, can see this address. Copies cannot be recalled."),
  ).toBeTruthy();
  expect(field("Make it public all the same").checked).toBe(false);
  cleanup();
  await open(undefined, "ko");
  expect(
    screen.getByText("이민 단속 기관을 포함해 누구나 이 주소를 볼 수 있습니다. 복사된 것은 되돌릴 수 없습니다."),
  ).toBeTruthy();
});

test("the buttons name the organization one acts for, in Korean as in English", async () => {
  await open(undefined);
  expect(screen.getByText("Publish as KRCLA").getAttribute("value")).toBe("scheduled");
  cleanup();
  await open(undefined, "ko");
  expect(screen.getByText("민족학교 이름으로 올리기").tagName).toBe("BUTTON");
});

test("a registration drive carries its warning in both languages in the form", async () => {
  await open({ values: typed, errors: {} });
  expect(screen.getByText(/Only U.S. citizens may register to vote/).lang).toBe("en");
  expect(screen.getByText(/유권자 등록은 미국 시민권자만/).lang).toBe("ko");
});

test("what a member types for a time is said back as it was understood", async () => {
  await open(undefined);
  fireEvent.change(field("Starts at"), { target: { value: "오후 3시 반" } });
  expect(screen.getByText("3:30 PM")).toBeTruthy();
});

test("somebody who wrote over a newer version reads both, where they differ", async () => {
  const stored = storedValues(sampleStored({ area: "Pico Union", audience: "owner" }), "en", en.language);
  const base = { ...stored, area: "Los Angeles", audience: "coalition" };
  const mine = { ...base, area: "Koreatown", starts: "10am", audience: "everyone" };
  render(<StoredNow base={base} stored={stored} typed={mine} organization={organization} fellows={fellows} />, {
    wrapper: inLanguage("en"),
  });

  const rows = screen.getAllByRole("row").slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    "AreaPico UnionKoreatown",
    `Who can see this${en.audience.owner}${en.audience.everyone}`,
  ]);
});

test("the languages say the same things about a gathering", () => {
  expect(Object.keys(ko.gatherings)).toEqual(Object.keys(en.gatherings));
});

async function open(reply: FormReply | undefined, locale: "en" | "ko" = "en") {
  const Form = () => (
    <GatheringForm
      organization={organization}
      fellows={fellows}
      zones={zones}
      initial={newValues(organization)}
      reply={reply}
      carried={{ name: "submission_id", value: "first" }}
    />
  );
  const Page = createRemixStub([{ path: "/", Component: Form }]);
  render(<Page />, { wrapper: inLanguage(locale) });
  await screen.findByText(locale === "en" ? /^Publish as/ : /이름으로 올리기$/);
}

/** The control of that label; of the audiences, the card's. */
function field(label: string | RegExp): HTMLInputElement {
  const [first] = screen.getAllByLabelText<HTMLInputElement>(label, { exact: true });
  return first as HTMLInputElement;
}

function describedBy(input: HTMLElement): string {
  const ids = input.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
}
