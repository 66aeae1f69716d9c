import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { withdrawFromLetter } from "~/features/actions/letters/commands.server";
import { LetterPress } from "~/features/actions/letters/letter-press";
import { loadPress, submitPress } from "~/features/actions/letters/press.server";
import { pressSchema } from "~/platform/press";

export async function loader(asked: LoaderFunctionArgs) {
  return loadPress(asked, {
    title: "withdrawTitle",
    isThere: ({ own_signature }) => own_signature !== null,
    of: "signers",
  });
}

export async function action(asked: ActionFunctionArgs) {
  return submitPress(asked, pressSchema, withdrawFromLetter);
}

export default function LetterWithdrawal() {
  const t = useTranslations("letters");
  const press = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <LetterPress
      press={press}
      lead={(organization) => t("withdrawLead", { organization })}
      label={(organization) => t("withdrawAs", { organization })}
      reply={reply}
    />
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
