import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { shortNameOf } from "~/i18n/names";
import type { Fellows, Organization } from "~/platform/fellows";
import { type FormReply, typedValues } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import type { FormValues } from "~/platform/form-values";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { ClashButton } from "./clashes/clash-button";
import { ClashCheck } from "./clashes/clash-check";
import { FormDetail } from "./form-detail";
import { FormNotes } from "./form-notes";
import { FormWhat } from "./form-what";
import { FormWhen } from "./form-when";
import { FormWhere } from "./form-where";
import { FormWho } from "./form-who";
import { ScopeChoice } from "./repeating/scope-choice";
import { SeenBy } from "./seen-by";
import { useFormLabels } from "./use-form-labels";
import type { State } from "./vocabulary";

type GatheringFormProps = {
  organization: FormOrganization;
  fellows: Fellows;
  zones: ZoneChoices;
  initial: FormValues;
  reply: FormReply | undefined;
  /** Travels with the form unseen: the submission's own number, or the version that was read. */
  carried: { name: "submission_id" | "seen_version"; value: string };
  /** What the form of a stored gathering started from, so that a newer version is merged field by field. */
  base?: string;
  /** Stands above the first field, below what was wrong. */
  notice?: ReactNode;
  /** Where whoever changes nothing goes back to. */
  back?: string;
  /** Whether it is one of several that are still to come; without a series, all of it is this one. */
  repeats?: boolean;
  /** What the gathering is now; a new one is nothing yet. */
  state?: State;
  /** The id of a stored one. */
  gathering?: string;
  /** Who else sees all of it but the notes, whatever is chosen. */
  hosts?: Organization[];
  /** Whose gathering it is, where a co-host changes it. */
  owner?: Organization;
  /** Whether the exact place is public, which a co-host does not change. */
  published?: boolean;
};

/** The form of a gathering, new or stored. Without JavaScript it does the same, a page at a time. */
export function GatheringForm({
  organization,
  fellows,
  zones,
  initial,
  reply,
  carried,
  base,
  back,
  notice,
  repeats,
  state,
  gathering,
  hosts = [],
  owner,
  published = false,
}: GatheringFormProps) {
  const t = useTranslations("gatherings");
  const labels = useFormLabels(initial, reply);
  const [chosen, setChosen] = useState(reply?.values);
  const locale = useLocale();
  const name = { organization: shortNameOf(organization, locale) };
  const stored = state === "scheduled" || state === "cancelled";

  useEffect(() => setChosen((known) => known ?? initial), [initial]);

  function follow({ currentTarget }: FormEvent<HTMLFormElement>) {
    setChosen(typedValues(new FormData(currentTarget)));
  }

  return (
    <Form reply={reply} labels={labels} onChange={follow} className="group/gathering grid gap-8">
      <input type="hidden" name={carried.name} value={carried.value} />
      {base ? <input type="hidden" name="base" value={base} /> : null}
      {owner ? <input type="hidden" name="acting" value="host" /> : null}
      {notice}
      <FormWhat initial={initial} />
      <FormWhen initial={initial} chosen={chosen} zones={zones} repeatable={!owner} />
      <FormWhere initial={initial}>
        <ClashCheck organization={organization} gathering={gathering} />
      </FormWhere>
      {owner ? null : <FormWho initial={initial} organization={organization} fellows={fellows} />}
      <FormDetail
        initial={initial}
        audience={owner ? null : { organization, fellows }}
        fixed={owner && published ? t("publishedByOwner", { owner: shortNameOf(owner, locale) }) : undefined}
      />
      {owner ? null : <FormNotes initial={initial} organization={name.organization} />}
      <div className="grid gap-x-12 gap-y-4 border-t border-line pt-6 lg:grid-cols-[16rem_minmax(0,42rem)]">
        <div className="grid gap-4 lg:col-start-2">
          {repeats ? <ScopeChoice asking="scope" /> : null}
          {repeats === false ? <input type="hidden" name="single" value="true" /> : null}
          {state === "cancelled" ? <p>{t("cancelledEdit")}</p> : null}
          {owner ? (
            <p>{t("ownerDecides", { owner: shortNameOf(owner, locale) })}</p>
          ) : (
            <div className="grid gap-1">
              <SeenBy layer="card" organization={organization} fellows={fellows} chosen={chosen} />
              <SeenBy layer="detail" organization={organization} fellows={fellows} chosen={chosen} />
              {hosts.length > 0 ? (
                <p>
                  {t("hostsSeeToo", {
                    hosts: formatList(
                      hosts.map((one) => shortNameOf(one, locale)),
                      locale,
                    ),
                  })}
                </p>
              ) : null}
            </div>
          )}
          <div className="flex flex-wrap gap-3">
            <Button name="state" value="scheduled">
              {t(stored ? "saveAs" : "publishAs", name)}
            </Button>
            {stored ? null : (
              <Button variant="quiet" name="state" value="draft">
                {t("saveDraft", name)}
              </Button>
            )}
            <ClashButton organization={organization} />
            {back ? (
              <LinkButton to={back} variant="plain">
                {t("changeNothing")}
              </LinkButton>
            ) : null}
          </div>
          {stored ? null : <p className="text-sm text-soft">{t("draftSeen", name)}</p>}
        </div>
      </div>
    </Form>
  );
}
