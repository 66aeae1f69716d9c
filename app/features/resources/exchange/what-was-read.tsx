import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { Message } from "~/ui/message";
import type { ServiceImport } from "./import-page";

/** What of the file was read, and what was not and why. */
export function WhatWasRead({ source, counts }: Pick<ServiceImport, "source" | "counts">) {
  const t = useTranslations("exchange");
  const locale = useLocale();
  const names = (isPrivate: boolean) =>
    formatList(
      source.left_out.filter(({ is_private }) => is_private === isPrivate).map(({ name }) => name),
      locale,
    );
  const [secret, other] = [names(true), names(false)];
  return (
    <>
      {counts ? (
        <p className="rounded-md border border-line bg-surface p-4 text-lg">
          {t("counts", counts)}
          {source.charset === "CP949" ? <span className="block text-base text-soft">{t("cp949")}</span> : null}
          {source.unread.length > 0 ? (
            <span className="block text-base text-soft wrap-anywhere">
              {t("unreadSheets", { names: formatList(source.unread, locale) })}
            </span>
          ) : null}
        </p>
      ) : null}
      {secret || other ? (
        <Message kind={secret ? "warning" : "notice"} title={t("leftOutTitle")}>
          {secret ? <p className="wrap-anywhere">{t("leftOutPrivate", { names: secret })}</p> : null}
          {other ? <p className="wrap-anywhere">{t("leftOutOther", { names: other })}</p> : null}
        </Message>
      ) : null}
    </>
  );
}
