import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { declineLetter } from "~/features/actions/letters/commands.server";
import { LetterPress } from "~/features/actions/letters/letter-press";
import { loadPress, submitPress } from "~/features/actions/letters/press.server";
import { seenPressSchema } from "~/features/actions/letters/schema";

export async function loader(asked: LoaderFunctionArgs) {
  return loadPress(asked, { title: "declineTitle", isThere: ({ asked: waiting }) => waiting !== null, of: "signers" });
}

export async function action(asked: ActionFunctionArgs) {
  return submitPress(asked, seenPressSchema, declineLetter);
}

export default function LetterRefusal() {
  const t = useTranslations("letters");
  const press = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <LetterPress
      press={press}
      lead={() => t("declineLead")}
      label={(organization) => t("declineAs", { organization })}
      reply={reply}
    />
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
