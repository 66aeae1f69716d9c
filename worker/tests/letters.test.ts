import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { composeLetter } from "../mail/compose-letter";
import type { Contents, MessageKind, OpenedMessage } from "../mail/opened";
import { renderHtml } from "../mail/render-html";
import { renderText } from "../mail/render-text";
import { languages } from "../mail/words/words-for";
import { digest, dueItem, mailLine, openedMessage } from "./support/letters";

const appUrl = "https://hamkke.example";
const now = new Date("2026-11-27T20:00:00Z");

function write(message: OpenedMessage, contents?: Contents, demonstration = false) {
  const letter = composeLetter(message, contents, { appUrl, demonstration }, now);
  return { subject: letter.subject, text: renderText(letter), html: renderHtml(letter) };
}

const contentsOf: Partial<Record<MessageKind, Contents>> = {
  digest: { digest: digest() },
  reminder: { reminder: mailLine() },
  items_due: { items: [dueItem(), dueItem({ state: "asked", late: false, about_registration: true })], letters: [] },
};
const facts: Partial<OpenedMessage> = {
  role: "editor",
  expires_at: "2026-12-02T08:00:00+00:00",
  invited_by: "Admin of KRCLA",
  new_email: "new@krcla.example",
  gathering: mailLine(),
  host: { slug: "krc-chicago", display_name: "KRC Chicago", short_name: "KRC Chicago", korean_name: null },
  ...{ part: "co_host", may_edit: true, state: "accepted", occurrences: 4 },
};
const kinds: [MessageKind, string, string, string][] = [
  ["invitation", "An invitation from KRCLA", "민족학교에서 초대했어요", "/invitations/TOKEN"],
  ["sign_in_link", "Your link to sign in", "로그인 링크를 보내 드려요", "/sign-in/link/TOKEN"],
  ["password_reset", "A link to a new password", "새 비밀번호를 정하는 링크예요", "/password/TOKEN"],
  ["password_changed", "Your password was changed", "비밀번호가 바뀌었어요", "/sign-in"],
  ["address_current", "Does your address change?", "이메일 주소를 바꾸시나요?", "/address/TOKEN"],
  ["address_new", "Confirm your new address", "새 이메일 주소를 확인해 주세요", "/address/TOKEN"],
  ["address_changed", "Your address was changed", "이메일 주소가 바뀌었어요", "/sign-in"],
  [
    "hosting",
    "KRCLA invites you to a gathering",
    "민족학교에서 모임에 초대했어요",
    `/o/krc-chicago/gatherings/${mailLine().id}/hosting`,
  ],
  ["hosting_answered", "KRC Chicago accepted", "KRC Chicago에서 수락했어요", `/gatherings/${mailLine().id}`],
  ["reminder", "A gathering tomorrow", "내일 모임이 있어요", "/unsubscribe/TOKEN"],
  ["items_due", "To do together: 2 things wait for you", "함께할 일: 2가지가 기다리고 있어요", "/unsubscribe/TOKEN"],
  ["digest", "Your week with KRCLA", "민족학교와 함께하는 한 주", "/unsubscribe/TOKEN"],
];
const each = kinds.flatMap(([kind, en, ko, path]) => [
  { kind, language: "en", subject: en, path },
  { kind, language: "ko", subject: ko, path },
]);

describe.for(each)("$kind in $language", ({ kind, language, subject, path }) => {
  const written = write(openedMessage({ kind, language, ...facts }), contentsOf[kind], true);

  test("its reader knows what it is for and what to do, in text and in HTML", () => {
    expect(written.subject).toBe(subject);
    expect(written.text).toContain(`${appUrl}${path}\n`);
    expect(written.html).toContain(`href="${appUrl}${path}"`);
    expect(written.html).toContain(`<html lang="${language}">`);
    expect(written.text).not.toMatch(/undefined|null|\[object/);
    expect(written.html).not.toMatch(/undefined|null|\[object/);
  });

  test("it says that the demonstration is one, loads nothing, and names no gathering in its subject", () => {
    const demonstration = language === "ko" ? "시연용입니다." : "Demonstration. Not run or endorsed";
    expect(written.text).toContain(demonstration);
    expect(written.html).toContain(demonstration);
    expect(written.html).not.toMatch(/<img|<link|<script|<style|src=|url\(|@import/i);
    for (const [, address] of written.html.matchAll(/href="([^"]*)"/g)) {
      expect(address?.startsWith(appUrl)).toBe(true);
    }
    expect(written.subject).not.toMatch(/clinic|상담소/i);
  });
});

test("a reminder says when it is at the place, and on its reader's own clock where that differs", () => {
  const here = write(openedMessage({ kind: "reminder" }), { reminder: mailLine() });
  expect(here.text).toContain("Saturday, November 28, 2026, 10:00 AM – 12:00 PM (Pacific Time)");
  expect(here.text).not.toContain("Where you are");
  const away = write(openedMessage({ kind: "reminder", language: "ko", time_zone: "Asia/Seoul" }), {
    reminder: mailLine(),
  });
  expect(away.text).toContain("2026년 11월 28일 토요일, 오전 10:00 – 오후 12:00 (미국 서부 시간)");
  expect(away.text).toContain("내 지역 시간: 2026년 11월 29일 일요일, 오전 3:00 – 오전 5:00 (한국 시간)");
});

test.each([
  ["2026-11-28T02:00:00+00:00", "A gathering today"],
  ["2026-11-28T18:00:00+00:00", "A gathering tomorrow"],
  ["2026-11-30T18:00:00+00:00", "A gathering soon"],
])("a gathering at %s is called %s, by its reader's calendar", (starts_at, subject) => {
  expect(write(openedMessage({ kind: "reminder" }), { reminder: mailLine({ starts_at }) }).subject).toBe(subject);
});

test.each(["en", "es", "ko"])(
  "a registration drive carries its warning in every language, in a message in %s",
  (language) => {
    const drive = mailLine({ kind: "registration_drive" });
    for (const written of [
      write(openedMessage({ kind: "reminder", language }), { reminder: drive }),
      write(openedMessage({ kind: "digest", language }), { digest: digest({ new_from_partners: [drive] }) }),
    ]) {
      for (const sentence of [
        "유권자 등록은 미국 시민권자만 할 수 있습니다. 시민권자가 아니거나 확실하지 않으면 서명하지 말고 먼저 변호사와 상담하세요.",
        "Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first.",
        "Solo los ciudadanos de Estados Unidos pueden registrarse para votar. ¿No es ciudadano o no está seguro? No firme; pregunte primero a un abogado.",
      ]) {
        expect(written.text).toContain(sentence);
        expect(written.html).toContain(sentence);
      }
    }
  },
);

test("a digest shows each section that has something, and none that has not", () => {
  const little = write(openedMessage({ kind: "digest" }), { digest: digest() }).text;
  expect(little).toContain("■ This week");
  expect(little).not.toMatch(/New from partners|Waits for you/);
  const much = write(openedMessage({ kind: "digest" }), {
    digest: digest({
      this_week: [mailLine({ state: "cancelled" })],
      new_from_partners: [mailLine()],
      waits_for_you: { drafts: [mailLine({ state: "draft" })], hostings: 1, invitations: 2 },
    }),
  }).text;
  expect(much).toContain("[Cancelled] Renewal clinic");
  expect(much).toContain("[Draft] Renewal clinic");
  expect(much).toContain("Another organization asks yours to hold a gathering together.");
  expect(much).toContain(`${appUrl}/o/krcla/hostings`);
  expect(much).toContain("2 invitations are still open.");
  expect(much).toContain(`${appUrl}/o/krcla/members`);
});

test("a message to somebody without an account speaks the organization's first language, else English", () => {
  const invitation = openedMessage({ kind: "invitation", language: null, reader: null, ...facts });
  expect(write(invitation).subject).toBe("민족학교에서 초대했어요");
  expect(write({ ...invitation, organization: null, kind: "password_reset" }).subject).toBe("A link to a new password");
  const french = { ...invitation, language: "fr", organization: null } as OpenedMessage;
  expect(write({ ...french, kind: "sign_in_link" }).subject).toBe("Your link to sign in");
});

test("an invitation says who invites into which role, and until when", () => {
  const { text } = write(openedMessage({ kind: "invitation", language: "ko", ...facts }));
  expect(text).toContain("초대한 사람: Admin of KRCLA");
  expect(text).toContain("역할: 편집자");
  expect(text).toContain("2026년 12월 2일 수요일, 오전 12:00 (미국 서부 시간)까지");
});

test("what people typed stays text", () => {
  const title = { en: `<b onclick="x">&'` };
  const { html, text } = write(openedMessage({ kind: "reminder" }), { reminder: mailLine({ title }) });
  expect(html).toContain("&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;");
  expect(text).toContain(title.en);
});

test("a title in another language says which", () => {
  const line = mailLine({ title: { es: "Clínica" } });
  expect(write(openedMessage({ kind: "reminder" }), { reminder: line }).html).toContain(` lang="es">Clínica`);
});

test("a language of the pages is one of the mail", () => {
  const pages = readdirSync(join(import.meta.dirname, "../../app/i18n/messages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(Object.keys(languages).sort()).toEqual(pages.sort());
});

test("a reminder of what is done together says each part, by when, and for registration who may register", () => {
  const items = [dueItem(), dueItem({ state: "asked", late: false, about_registration: true })];
  const { text } = write(openedMessage({ kind: "items_due", language: "ko", organization: null }), {
    items,
    letters: [],
  });
  expect(text).toContain("기한 지남");
  expect(text).toContain("답 없음");
  expect(text).toContain("기한: 2026년 11월 26일 목요일, 오후 6:00 (미국 중부 시간)");
  expect(text).toContain("유권자 등록은 미국 시민권자만 할 수 있습니다.");
  expect(text).toContain(`${appUrl}/items/${dueItem().id}`);
});

test.each([
  ["en", "Your signature is asked for", "A letter to sign for KRCLA; led by KRC Chicago", "Letters that wait"],
  ["ko", "서명 부탁", "민족학교 이름으로 서명할 공동 서한, 이끄는 단체: KRC Chicago", "공동 서한 보기"],
])(
  "whoever signs letters is told in %s which one waits, beside their items or by itself",
  (language, mark, line, button) => {
    const { organization, lead, state: _state, about_registration: _about, ...due } = dueItem({ late: false });
    const letter = { ...due, organization, lead, title: { en: "Open the rooms", ko: "방을 열어 주세요" } };
    const message = openedMessage({ kind: "items_due", language, organization: null });
    const alone = write(message, { items: [], letters: [letter] });
    expect(alone.text).toContain(mark);
    expect(alone.text).toContain(line);
    expect(alone.text).toContain(button);
    expect(alone.text).toContain(`${appUrl}/o/krcla/letters/${letter.id}/signature`);
    const both = write(message, { items: [dueItem()], letters: [letter] });
    expect(both.subject).toContain("2");
    expect(both.text).toContain(`${appUrl}/items/${dueItem().id}`);
    expect(both.text).toContain(`${appUrl}/o/krcla/letters/${letter.id}/signature`);
  },
);
