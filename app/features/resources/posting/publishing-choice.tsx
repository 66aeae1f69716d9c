import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslations } from "use-intl";
import { Choice } from "~/ui/choice";

/** Making a place public is a decision of its own: never ticked beforehand. */
export function PublishingChoice() {
  const t = useTranslations("posting");
  return (
    <div className="border-l-4 border-cinnabar pl-3">
      <p className="flex max-w-measure gap-2 font-medium">
        <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-cinnabar" />
        {t("publishWarning")}
      </p>
      <Choice
        type="checkbox"
        name="place.publish"
        legend={<span className="sr-only">{t("publishLegend")}</span>}
        options={[{ value: "true", label: t("publishConfirm") }]}
      />
    </div>
  );
}
