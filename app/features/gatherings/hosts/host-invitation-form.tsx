import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Form } from "~/ui/form";
import { Message } from "~/ui/message";
import { Select } from "~/ui/select";
import { ScopeChoice } from "../repeating/scope-choice";
import type { GatheringHosts } from "./queries.server";

type HostInvitationFormProps = {
  organization: { display_name: string; short_name: string; korean_name: string | null };
  page: Pick<GatheringHosts, "fellows" | "repeats">;
  reply: FormReply | undefined;
};

/** Invites a fellow organization, and says before it is sent what that organization will see. */
export function HostInvitationForm({ organization, page, reply }: HostInvitationFormProps) {
  const t = useTranslations("hosts");
  const repeat = useTranslations("repeat");
  const locale = useLocale();
  const labels = { host_id: t("organization"), part: t("part"), may_edit: t("rights"), scope: repeat("whichScope") };

  return (
    <Form reply={reply} labels={labels}>
      <Select
        name="host_id"
        label={labels.host_id}
        options={[
          { value: "", label: t("organizationNone") },
          ...page.fellows.map((one) => ({ value: one.id, label: nameOf(one, locale) })),
        ]}
      />
      <Choice
        type="radio"
        name="part"
        legend={labels.part}
        options={[
          {
            value: "co_host",
            label: t("co_host"),
            hint: t("coHostMeans"),
            more: (
              <Choice
                type="checkbox"
                name="may_edit"
                legend={labels.may_edit}
                optional
                options={[{ value: "true", label: t("mayEdit"), hint: t("mayEditMeans") }]}
              />
            ),
          },
          { value: "promoter", label: t("promoter"), hint: t("promoterMeans") },
        ]}
        defaultValue="co_host"
      />
      {page.repeats ? <ScopeChoice asking="whichScope" defaultValue="all" /> : null}
      <Message kind="warning" title={t("seesAtOnce")}>
        {t("seesAtOnceText")}
      </Message>
      <div>
        <Button>{t("inviteAs", { organization: shortNameOf(organization, locale) })}</Button>
      </div>
    </Form>
  );
}
