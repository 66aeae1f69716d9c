import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { answerHosting } from "./commands.server";
import { getHostingTo } from "./queries.server";

/** Loads what an organization is asked to hold, for the page on which it says yes or no. */
export const answerLoader = (title: "acceptTitle" | "declineTitle") => async (asked: LoaderFunctionArgs) => {
  const { organization } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name } = organization;
  const id = uuidParam(asked.params.id);
  const hosting = await getHostingTo(asked.context.db, organization.id, id, "answer");
  return {
    title: translatorFor(asked.context.locale)(`hosts.${title}`),
    organization: { display_name, short_name, korean_name },
    ...{ gathering: hosting.gathering, occurrences: hosting.occurrences },
    back: `/o/${slug}/gatherings/${id}/hosting`,
  };
};

/** Answers, and leads to what was accepted, or to what else the organization is asked to hold. */
export const answerAction = (accepts: boolean) => async (asked: ActionFunctionArgs) => {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await answerHosting(asked.context.db, organization.id, id, accepts);
    const next = accepts ? `gatherings/${id}/hosting?saved=acceptance` : "hostings?saved=refusal";
    return redirect(`/o/${organization.slug}/${next}`);
  });
};
