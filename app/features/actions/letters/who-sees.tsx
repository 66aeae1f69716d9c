import { useTranslations } from "use-intl";
import { Message } from "~/ui/message";
import { AskedBy } from "./asked-by";
import type { Deed, Letter } from "./facts";

type WhoSeesProps = { audience: Letter["audience"]; by: string; asked: Deed | null };

/** Before the press: who will see the signature, and who of the organization asked for it. */
export function WhoSees({ audience, by, asked }: WhoSeesProps) {
  const t = useTranslations("letters");
  return (
    <div className="mb-8">
      <Message>
        <p>{t(audience === "everyone" ? "seenByEveryone" : "seenByCoalition", { organization: by })}</p>
        {asked ? <AskedBy who={asked.who} /> : null}
      </Message>
    </div>
  );
}
