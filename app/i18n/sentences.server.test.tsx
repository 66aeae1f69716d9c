// @vitest-environment node
import { renderToString } from "react-dom/server";
import { useLocale, useTranslations } from "use-intl";
import { expect, test } from "vitest";
import { Sentences } from "./sentences.server";

function Door() {
  return `${useLocale()}: ${useTranslations("shell")("signIn")}`;
}

test("pages in two languages, one after the other, each speak their own", () => {
  const said = ["en", "ko", "en", "ko"].map((locale) =>
    renderToString(
      <Sentences locale={locale}>
        <Door />
      </Sentences>,
    ),
  );
  expect(said).toEqual(["en: Sign in", "ko: 로그인", "en: Sign in", "ko: 로그인"]);
});
