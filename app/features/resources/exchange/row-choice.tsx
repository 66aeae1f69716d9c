import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { TickedBox } from "~/ui/ticked-box";

type RowChoiceProps = { place: number; row: number; title: string; children?: ReactNode };

/** A row that is taken in unless somebody unticks it. */
export function RowChoice({ place, row, title, children }: RowChoiceProps) {
  const t = useTranslations("exchange");
  return (
    <li>
      <input type="hidden" name="shown" value={place} />
      <TickedBox name="taken" value={String(place)} checked>
        <span className="font-semibold">{title || t("untitled")}</span>{" "}
        <span className="text-sm text-soft">{t("row", { row })}</span>
      </TickedBox>
      {children ? <div className="ml-8">{children}</div> : null}
    </li>
  );
}
