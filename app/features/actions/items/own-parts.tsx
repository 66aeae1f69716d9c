import Lock from "lucide-react/icons/lock";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { Fact, Facts } from "~/ui/facts";
import { LinkButton } from "~/ui/link-button";
import { PlainText } from "~/ui/plain-text";
import type { ItemPage } from "./facts";
import { TickForm } from "./tick-form";
import { TickedSteps } from "./ticked-steps";

/** What the reader's own organizations keep of their parts, which nobody else is told. */
export function OwnParts({ item }: { item: Pick<ItemPage, "id" | "own" | "steps"> }) {
  const t = useTranslations("items");
  const locale = useLocale();
  return item.own.map((part) => {
    const by = shortNameOf(part.organization, locale);
    const { assignee_id, assignee, note, link, ticks, status, may_write } = part;
    return (
      <section
        key={part.organization.id}
        aria-labelledby={`own-${part.organization.slug}`}
        className="grid gap-4 rounded-md border border-line bg-surface p-5"
      >
        <div>
          <h2 id={`own-${part.organization.slug}`} className="text-xl font-bold">
            {t("ownPart", { organization: by })}
          </h2>
          <p className="flex items-center gap-1.5 text-sm text-soft">
            <Lock aria-hidden className="size-3.5 shrink-0" />
            {t("ownPartHint", { organization: by })}
          </p>
        </div>
        <Facts>
          <Fact name={t("howFar")}>
            <span className="font-semibold">{t(`status.${status}`)}</span>
          </Fact>
          <Fact name={t("assignee")}>{assignee ?? t(assignee_id ? "somebody" : "nobodyYet")}</Fact>
          {note ? (
            <Fact name={t("note")}>
              <PlainText text={note} />
            </Fact>
          ) : null}
          {link ? (
            <Fact name={t("link")}>
              <a href={link} rel="noopener noreferrer nofollow" className="link break-all">
                {link}
              </a>
            </Fact>
          ) : null}
        </Facts>
        {item.steps.length > 0 && status !== "asked" && status !== "declined" ? (
          may_write ? (
            <TickForm item={item} part={part} />
          ) : (
            <TickedSteps steps={item.steps} ticks={ticks} />
          )
        ) : null}
        {may_write ? (
          <div>
            <LinkButton to={`/o/${part.organization.slug}/items/${item.id}/part`}>
              {t(status === "asked" ? "answerAs" : "changeAs", { organization: by })}
            </LinkButton>
          </div>
        ) : null}
      </section>
    );
  });
}
