import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";
import { CopyText } from "~/ui/copy-text";

type FeedAddressProps = { id: string; name: string; hint?: string; address: string };

/** A calendar to subscribe to: one press where the device knows how, and the address for everything else. */
export function FeedAddress({ id, name, hint, address }: FeedAddressProps) {
  const t = useTranslations("subscription");
  return (
    <li id={id} className="grid gap-2 py-4 target:bg-sunken">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-semibold">{name}</p>
          {hint ? <p className="text-sm text-soft">{hint}</p> : null}
        </div>
        <a href={asWebcal(address)} aria-label={t("openOf", { name })} className={buttonStyle("quiet")}>
          {t("open")}
        </a>
      </div>
      <details>
        <summary
          aria-label={t("addressOf", { name })}
          className="link inline-flex min-h-11 cursor-pointer items-center font-medium"
        >
          {t("address")}
        </summary>
        <div className="pt-2">
          <CopyText label={t("addressLabel")} hint={t("addressHint")} text={address} lang="en" rows={3} isLink />
        </div>
      </details>
    </li>
  );
}

/** The scheme by which calendar programs know that an address is theirs. */
export function asWebcal(address: string): string {
  return address.replace(/^https?:/, "webcal:");
}
