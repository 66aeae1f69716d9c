import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import { AskedBy } from "./asked-by";
import type { OwnLetter } from "./facts";
import { canBeSigned, ownStatus } from "./own-status";

type OwnSignatureProps = { letter: OwnLetter; by: string; base: string; maySign: boolean; mayAsk: boolean };

/** Whether the organization has signed, and what its reader can do about it. */
export function OwnSignature({ letter, by, base, maySign, mayAsk }: OwnSignatureProps) {
  const t = useTranslations("letters");
  const status = ownStatus(letter);
  const isSigned = letter.own_signature !== null;
  const takesBack = maySign && isSigned && letter.closed_at === null && (!letter.is_over || status !== "statusSigned");
  const press = !maySign ? "askLink" : letter.asked ? "answer" : isSigned ? "confirm" : "sign";
  return (
    <section aria-labelledby="own-signature" className="grid gap-3 rounded-md border border-line bg-surface p-4 sm:p-6">
      <h2 id="own-signature" className="text-xl font-bold">
        {t("status")}
      </h2>
      <p className={status === "statusSigned" ? "text-jade" : undefined}>{t(status, { organization: by })}</p>
      {letter.asked ? <AskedBy who={letter.asked.who} /> : null}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {mayAsk && canBeSigned(letter) && (maySign || !letter.asked) ? (
          <LinkButton to={`${base}/signature`}>{t(press)}</LinkButton>
        ) : null}
        {takesBack ? (
          <LinkButton to={`${base}/withdrawal`} variant="quiet">
            {t("withdraw")}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}
