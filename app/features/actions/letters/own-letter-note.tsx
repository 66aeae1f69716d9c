import { useTranslations } from "use-intl";
import { AskedBy } from "./asked-by";
import type { OwnLetter } from "./facts";
import { ownStatus } from "./own-status";

/** Where the organization stands with a letter, and who of it asks. */
export function OwnLetterNote({ letter, by }: { letter: OwnLetter; by: string }) {
  const t = useTranslations("letters");
  const status = ownStatus(letter);
  const ink = status === "statusUnconfirmed" || status === "statusAsked" ? "text-ochre" : "text-soft";
  return (
    <>
      <p className={ink}>{t(status, { organization: by })}</p>
      {letter.asked ? <AskedBy who={letter.asked.who} /> : null}
    </>
  );
}
