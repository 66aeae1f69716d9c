import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { removeLetter } from "~/features/actions/letters/commands.server";
import { LetterPress } from "~/features/actions/letters/letter-press";
import { loadPress, submitPress } from "~/features/actions/letters/press.server";
import { seenPressSchema } from "~/features/actions/letters/schema";

export async function loader(asked: LoaderFunctionArgs) {
  return loadPress(asked, { title: "removalTitle", isThere: ({ is_lead }) => is_lead, of: "writers" });
}

export async function action(asked: ActionFunctionArgs) {
  return submitPress(asked, seenPressSchema, removeLetter, { isGone: true });
}

export default function LetterRemoval() {
  const t = useTranslations("letters");
  const press = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <LetterPress
      press={press}
      lead={() => t("removalLead")}
      label={(organization) => t("removeAs", { organization })}
      reply={reply}
    />
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
