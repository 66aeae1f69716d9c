import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { nameOf, shortNameOf } from "~/i18n/names";
import type { Fellows } from "./card";
import { type FormOrganization, reachOf } from "./form-organization";
import { all, type FormValues, one } from "./form-values";

type SeenByProps = {
  organization: FormOrganization;
  fellows: Fellows;
  /** What is chosen, when we know: with JavaScript always, without it after the form came back. */
  chosen: FormValues | undefined;
};

/**
 * Who will see the card, as a sentence before publishing. All four stand in the page and the chosen one is shown by the
 * state of the form itself, so that it is never wrong without JavaScript.
 */
export function SeenBy({ organization, fellows, chosen }: SeenByProps) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  const own = shortNameOf(organization, locale);

  return (
    <div className="font-semibold">
      <Sentence when="group-has-[input[value=owner]:checked]/gathering:block">
        {t("seenByOwner", { organization: own })}
      </Sentence>
      <Sentence when="group-has-[input[value=named]:checked]/gathering:block">{named()}</Sentence>
      <Sentence when="group-has-[input[value=coalition]:checked]/gathering:block">{coalition()}</Sentence>
      <Sentence when="group-has-[input[value=everyone]:checked]/gathering:block">{t("seenByEveryone")}</Sentence>
    </div>
  );

  function named(): string {
    if (!chosen) return t("seenByNamedUnknown", { organization: own });
    const ids = all(chosen.recipients);
    const names = new Map(fellows.flatMap((group) => group.organizations.map((o) => [o.id, shortNameOf(o, locale)])));
    const others = [...new Set(ids)].flatMap((id) => names.get(id) ?? []);
    if (others.length === 0) return t("seenByNamedNone", { organization: own });
    return t("seenByNamed", { count: others.length + 1, names: formatList([own, ...others], locale) });
  }

  function coalition(): string {
    const { coalitions } = organization;
    const id = coalitions.length === 1 ? coalitions[0]?.id : one(chosen?.coalition_id);
    const found = coalitions.find((one) => one.id === id);
    if (!found) return t("seenByCoalitionUnknown");
    return t("seenByCoalition", { count: reachOf(found.id, fellows), coalition: nameOf(found, locale) });
  }
}

function Sentence({ when, children }: { when: string; children: ReactNode }) {
  return <p className={`hidden ${when}`}>{children}</p>;
}
