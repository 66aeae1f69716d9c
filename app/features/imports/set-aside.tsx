import { useTranslations } from "use-intl";
import type { AsideEntry } from "./queries.server";
import { reasonOf } from "./words";

/** An entry that no gathering can be: where it stands in the file, and why. */
export function SetAside({ entry }: { entry: AsideEntry }) {
  const t = useTranslations("imports");
  const zone = String(entry.terms.zone ?? "");

  return (
    <li className="py-3 wrap-anywhere">
      <p>
        <span className="font-semibold">{entry.title || t("untitled")}</span>{" "}
        <span className="text-sm text-soft">{t("line", { line: entry.line })}</span>
      </p>
      <p className="text-soft">{t(`reason.${reasonOf(entry.reason)}`, { zone })}</p>
    </li>
  );
}
