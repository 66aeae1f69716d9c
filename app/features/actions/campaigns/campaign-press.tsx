import type { ComponentProps } from "react";
import type { FormReply } from "~/platform/form";
import { versionSeen } from "~/platform/form-values";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

type CampaignPressProps = Pick<ComponentProps<typeof ConfirmationForm>, "label" | "variant"> & {
  asked: { title: string; name: { text: string; lang: string }; version: number; back: string };
  lead: string;
  reply: FormReply | undefined;
};

/** One press about a campaign, over the version that was read. */
export function CampaignPress({ asked: { title, name, version, back }, lead, reply, ...press }: CampaignPressProps) {
  return (
    <Page width="measure" title={title} lead={lead}>
      <p lang={name.lang} className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold">
        {name.text}
      </p>
      <ConfirmationForm reply={reply} back={back} {...press}>
        <input type="hidden" name="seen_version" value={versionSeen(reply, { version })} />
      </ConfirmationForm>
    </Page>
  );
}
