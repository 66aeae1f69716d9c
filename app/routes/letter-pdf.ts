import type { LoaderFunctionArgs } from "@remix-run/node";
import { printLetter } from "~/features/actions/letters/pdf/letter-pdf.server";
import { writeLetterSheet } from "~/features/actions/letters/pdf/letter-sheet";
import { getLetter } from "~/features/actions/letters/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { uuidParam } from "~/platform/params";

/** A letter on paper, for whoever may read it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, locale, demonstration, now } = context;
  const letter = await getLetter(db, uuidParam(params.id));
  const sheet = writeLetterSheet(letter, { locale, t: translatorFor(locale), demonstration, now });
  return new Response(await printLetter(sheet), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="letter-${letter.hash.slice(0, 12)}.pdf"`,
    },
  });
}
