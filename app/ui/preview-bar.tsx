import { Form, Link } from "@remix-run/react";
import Eye from "lucide-react/icons/eye";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import type { Fellows } from "~/platform/fellows";
import type { FormOrganization } from "~/platform/form-organization";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";

type PreviewBarProps = {
  /** The page as its owner sees it. */
  back: string;
  as: string;
  /** Whether they see anything at all. */
  seesIt: boolean;
  organization: Pick<FormOrganization, "coalitions">;
  fellows: Fellows;
};

/** Says that this is the page as somebody else sees it, and lets one choose whose eyes to look through. */
export function PreviewBar({ back, as, seesIt, organization, fellows }: PreviewBarProps) {
  const t = useTranslations("preview");
  const locale = useLocale();
  const known = new Map(fellows.flatMap((group) => group.organizations.map((one) => [one.slug, one])));

  return (
    <aside aria-label={t("title")} data-screen-only className="border-b border-line bg-ochre-wash">
      <div className="page-width flex flex-wrap items-end gap-x-6 gap-y-3 py-3">
        <p className="flex min-h-11 items-center gap-2 font-semibold">
          <Eye aria-hidden className="size-4 shrink-0" />
          {t("title")}
        </p>
        {seesIt ? null : <p className="w-full font-semibold">{t("seesNothing")}</p>}
        <Form method="get" key={as} className="flex flex-wrap items-end gap-3">
          <Select
            name="as"
            label={t("as")}
            options={[
              { value: "public", label: t("public") },
              ...organization.coalitions.map((coalition) => ({
                value: `coalition:${coalition.slug}`,
                label: t("memberOf", { coalition: nameOf(coalition, locale) }),
              })),
              {
                label: t("organizations"),
                options: [...known.values()].map((one) => ({ value: one.slug, label: nameOf(one, locale) })),
              },
            ]}
            defaultValue={as}
          />
          <Button variant="quiet">{t("look")}</Button>
        </Form>
        <Link to={back} className="link inline-flex min-h-11 items-center">
          {t("back")}
        </Link>
      </div>
    </aside>
  );
}
