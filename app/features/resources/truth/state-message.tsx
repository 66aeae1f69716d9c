import { useLocale, useTranslations } from "use-intl";
import { formatDay } from "~/platform/time";
import { Message } from "~/ui/message";
import type { Truth } from "./queries.server";

type StateMessageProps = Pick<Truth, "state" | "verify_by">;

/** How sure an entry is, before anybody gives it on. */
export function StateMessage({ state, verify_by }: StateMessageProps) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const day = verify_by ? formatDay(verify_by, locale) : undefined;
  return (
    <Message kind={state === "stale" ? "warning" : "success"} title={t(`state.${state}`)}>
      {state === "stale" ? (
        <p>{day ? t("staleSince", { day }) : t("neverVerified")}</p>
      ) : day ? (
        <p>{t("until", { day })}</p>
      ) : null}
    </Message>
  );
}
