import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { askedFile } from "~/features/resources/exchange/asked-file.server";
import { draftImport } from "~/features/resources/exchange/commands.server";
import { ExportSection } from "~/features/resources/exchange/export-section";
import { FileForm } from "~/features/resources/exchange/file-form";
import { beginImport } from "~/features/resources/exchange/queries.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { caughtRefusal, refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("resources.write")) throw refusal({ key: "not_allowed" }, 403);
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("exchange.title"),
    organization: { slug, display_name, short_name, korean_name },
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db } = asked.context;
  const house = await beginImport(db, organization.id).catch(heldBack);
  if ("reply" in house) return data(house.reply, house.status);
  const read = await askedFile(asked.request, house);
  if ("reply" in read) return data(read.reply, 422);
  const draft = await draftImport(db, organization.id, read.name, read.file);
  return redirect(`/o/${organization.slug}/resources/import/${draft}`);
}

/** Who has read too many files is told when to come back; anything else goes on. */
function heldBack(thrown: unknown) {
  const caught = caughtRefusal(thrown);
  if (caught?.problem.key !== "held_back") throw thrown;
  return { reply: { values: {}, errors: {}, refusal: caught.problem }, status: caught.status };
}

export default function ResourceImport() {
  const t = useTranslations("exchange");
  const { organization } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page
      width="measure"
      title={t("title")}
      lead={t("lead", { organization: shortNameOf(organization, useLocale()) })}
      above={
        <Link to={`/o/${organization.slug}/resources`} className="link inline-flex min-h-11 items-center">
          {t("back")}
        </Link>
      }
    >
      <FileForm slug={organization.slug} reply={reply} />
      <ExportSection slug={organization.slug} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
