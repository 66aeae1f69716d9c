import { useLocale } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";

type OrganizationMarkProps = {
  organization: { short_name: string; display_name: string; korean_name: string | null; color: string };
  /** The short name beside other things; the whole one where the organization itself is meant. */
  name?: "short" | "whole";
};

/** An organization wherever it appears: a bar of its color and its name in the reader's language. The name carries the meaning. */
export function OrganizationMark({ organization, name = "short" }: OrganizationMarkProps) {
  const locale = useLocale();

  return (
    <span data-hue={organization.color} className="inline-flex min-w-0 items-stretch gap-2 align-bottom">
      <span aria-hidden className="my-0.5 w-1 shrink-0 rounded-full bg-(--hue)" />
      <span className="min-w-0 font-semibold text-(--hue)">
        {name === "short" ? shortNameOf(organization, locale) : nameOf(organization, locale)}
      </span>
    </span>
  );
}
