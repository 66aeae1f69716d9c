import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslations } from "use-intl";
import { Choice } from "~/ui/choice";

/** Making an address public is a decision of its own: never ticked beforehand. */
export function PublishingChoice() {
  const t = useTranslations("gatherings");
  return (
    <div className="border-l-4 border-cinnabar pl-3">
      <p className="flex max-w-measure gap-2 font-medium">
        <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-cinnabar" />
        {t("publishWarning")}
      </p>
      <Choice
        type="checkbox"
        name="detail.publish"
        legend={<span className="sr-only">{t("publishLegend")}</span>}
        options={[{ value: "true", label: t("publishConfirm") }]}
      />
    </div>
  );
}
