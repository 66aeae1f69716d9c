import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { reachOf } from "~/platform/form-organization";
import type { Sharing } from "./audience-fields";

/**
 * Who will see the card and the place, as a sentence before publishing. All stand in the page and the chosen one is shown by
 * the state of the form itself, so that it is never wrong without JavaScript.
 */
export function SeenBy({ layer, organization, fellows }: Omit<Sharing, "initial"> & { layer: "card" | "place" }) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const own = { organization: shortNameOf(organization, locale), layer };
  const { coalitions } = organization;
  const [only] = coalitions.length === 1 ? coalitions : [];
  const shown = shownWhen[layer];

  return (
    <div className={layer === "card" ? "font-semibold" : undefined}>
      <Sentence when={shown.owner}>{t("seenByOwner", own)}</Sentence>
      <Sentence when={shown.named}>{t("seenByNamed", own)}</Sentence>
      <Sentence when={shown.coalition}>
        {only
          ? t("seenByCoalition", { count: reachOf(only.id, fellows), coalition: nameOf(only, locale), layer })
          : t("seenByOneCoalition", { layer })}
      </Sentence>
      <Sentence when={shown.everyone}>{t("seenByEveryone", { layer })}</Sentence>
    </div>
  );
}

/** Written out, so that the style sheet knows them. */
const shownWhen = {
  card: {
    owner: "group-has-[input[name=audience][value=owner]:checked]/posting:block",
    named: "group-has-[input[name=audience][value=named]:checked]/posting:block",
    coalition: "group-has-[input[name=audience][value=coalition]:checked]/posting:block",
    everyone: "group-has-[input[name=audience][value=everyone]:checked]/posting:block",
  },
  place: {
    owner: "group-has-[input[name='place.audience'][value=owner]:checked]/posting:block",
    named: "group-has-[input[name='place.audience'][value=named]:checked]/posting:block",
    coalition: "group-has-[input[name='place.audience'][value=coalition]:checked]/posting:block",
    everyone: "group-has-[input[name='place.audience'][value=everyone]:checked]/posting:block",
  },
} as const;

function Sentence({ when, children }: { when: string; children: ReactNode }) {
  return <p className={`hidden ${when}`}>{children}</p>;
}
