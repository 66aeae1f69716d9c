import { useTranslations } from "use-intl";
import { OrganizationMark } from "~/ui/organization-mark";
import type { GatheringPage } from "../card";
import { parts } from "../vocabulary";

/** Who holds a gathering beside its owner, and who spreads the word; nothing where nobody does. */
export function HeldWith({ shown }: { shown: GatheringPage["hosts"]["shown"] }) {
  const t = useTranslations("gatherings");

  return parts.map((part) => {
    const hosts = shown.filter((host) => host.part === part);
    if (hosts.length === 0) return null;
    return (
      <p key={part} className="flex flex-wrap items-center gap-x-3">
        <span className="text-soft">{t(part === "co_host" ? "heldWith" : "promotedBy")}</span>
        {hosts.map(({ organization }) => (
          <OrganizationMark key={organization.id} organization={organization} name="whole" />
        ))}
      </p>
    );
  });
}
