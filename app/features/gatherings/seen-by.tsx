import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { nameOf, shortNameOf } from "~/i18n/names";
import type { Fellows } from "~/platform/fellows";
import { type FormOrganization, reachOf } from "~/platform/form-organization";
import { all, type FormValues, one } from "~/platform/form-values";
import { fieldsOf, type Layer } from "./audience-choice";

type SeenByProps = {
  layer: Layer;
  organization: FormOrganization;
  fellows: Fellows;
  /** What is chosen, when we know: with JavaScript always, without it after the form came back. */
  chosen: FormValues | undefined;
};

/**
 * Who will see a layer, as a sentence before publishing. All four stand in the page and the chosen one is shown by the
 * state of the form itself, so that it is never wrong without JavaScript.
 */
export function SeenBy({ layer, organization, fellows, chosen }: SeenByProps) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  const own = shortNameOf(organization, locale);

  return (
    <div className={layer === "card" ? "font-semibold" : undefined}>
      {layer === "detail" ? <Wider /> : null}
      <Sentence when={shownWhen[layer].owner}>{t("seenByOwner", { organization: own, layer })}</Sentence>
      <Sentence when={shownWhen[layer].named}>{named()}</Sentence>
      <Sentence when={shownWhen[layer].coalition}>{coalition()}</Sentence>
      <Sentence when={shownWhen[layer].everyone}>{t("seenByEveryone", { layer })}</Sentence>
    </div>
  );

  function named(): string {
    if (!chosen) return t("seenByNamedUnknown", { organization: own, layer });
    const ids = all(chosen[fieldsOf(layer).recipients]);
    const names = new Map(fellows.flatMap((group) => group.organizations.map((o) => [o.id, shortNameOf(o, locale)])));
    const others = [...new Set(ids)].flatMap((id) => names.get(id) ?? []);
    if (others.length === 0) return t("seenByNamedNone", { organization: own, layer });
    return t("seenByNamed", { count: others.length + 1, names: formatList([own, ...others], locale), layer });
  }

  function coalition(): string {
    const { coalitions } = organization;
    const id = coalitions.length === 1 ? coalitions[0]?.id : one(chosen?.[fieldsOf(layer).coalition]);
    const found = coalitions.find((one) => one.id === id);
    if (!found) return t("seenByCoalitionUnknown", { layer });
    return t("seenByCoalition", { count: reachOf(found.id, fellows), coalition: nameOf(found, locale), layer });
  }
}

/** Written out, so that the style sheet knows them. */
const shownWhen = {
  card: {
    owner: "group-has-[input[name=audience][value=owner]:checked]/gathering:block",
    named: "group-has-[input[name=audience][value=named]:checked]/gathering:block",
    coalition: "group-has-[input[name=audience][value=coalition]:checked]/gathering:block",
    everyone: "group-has-[input[name=audience][value=everyone]:checked]/gathering:block",
  },
  detail: {
    owner: "group-has-[input[name='detail.audience'][value=owner]:checked]/gathering:block",
    named: "group-has-[input[name='detail.audience'][value=named]:checked]/gathering:block",
    coalition: "group-has-[input[name='detail.audience'][value=coalition]:checked]/gathering:block",
    everyone: "group-has-[input[name='detail.audience'][value=everyone]:checked]/gathering:block",
  },
} as const;

/** Said at once, by the form's own state: details cannot be open to more people than their card. */
function Wider() {
  const sentence = useTranslations("problem")("detail_wider_than_card");
  return (
    <>
      <p className={`hidden font-medium text-cinnabar ${widerThan.owner}`}>{sentence}</p>
      <p className={`hidden font-medium text-cinnabar ${widerThan.named}`}>{sentence}</p>
      <p className={`hidden font-medium text-cinnabar ${widerThan.coalition}`}>{sentence}</p>
    </>
  );
}

/** Card × detail, written out for the style sheet: a card for fewer with a detail for more. */
const widerThan = {
  owner:
    "group-has-[input[name=audience][value=owner]:checked]/gathering:not-group-has-[input[name='detail.audience'][value=owner]:checked]/gathering:block",
  named:
    "group-has-[input[name=audience][value=named]:checked]/gathering:group-has-[input[name='detail.audience']:is([value=coalition],[value=everyone]):checked]/gathering:block",
  coalition:
    "group-has-[input[name=audience][value=coalition]:checked]/gathering:group-has-[input[name='detail.audience'][value=everyone]:checked]/gathering:block",
};

function Sentence({ when, children }: { when: string; children: ReactNode }) {
  return <p className={`hidden ${when}`}>{children}</p>;
}
