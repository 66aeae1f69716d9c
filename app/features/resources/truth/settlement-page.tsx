import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";
import { OldAndNew } from "./old-and-new";
import { useFactName } from "./use-fact-name";

type Settlement = {
  title: string;
  field: string;
  source: string;
  now: unknown;
  theirs: unknown;
  version: number;
  back: string;
};
type SettlementPageProps = Settlement & { lead: string; label: string; reply: FormReply | undefined };

/** What two sources say, side by side, and one press that settles it. */
export function SettlementPage({
  title,
  lead,
  label,
  reply,
  field,
  source,
  now,
  theirs,
  version,
  back,
}: SettlementPageProps) {
  const t = useTranslations("truth");
  const factName = useFactName();
  return (
    <Page width="measure" title={title} above={t("disagreementField", { field: factName(field), source })} lead={lead}>
      <div className="grid gap-6">
        <OldAndNew field={field} now={now} value={theirs} />
        <ConfirmationForm reply={reply} variant="primary" label={label} back={back}>
          <input type="hidden" name="seen" value={version} />
        </ConfirmationForm>
      </div>
    </Page>
  );
}
