import { z } from "zod";
import { atMost, checked, inOneLine, paragraph, texts, tidy, tooLong, tooMany } from "~/platform/form-texts";
import { accessibilityFacts, audiences, limits } from "./vocabulary";

/** What a person types of the exact place, with its own audience. Messages are keys. */
export function detailForm() {
  return z
    .object({
      address: paragraph(limits.address).optional(),
      online_url: line(limits.onlineUrl)
        .refine((typed) => typed === "" || httpsLink.test(typed), "link_not_https")
        .optional(),
      contact: line(limits.contact).optional(),
      instructions: texts(limits.instructions, tidy),
      accessibility: z.array(z.enum(accessibilityFacts, "choose_one")),
      audience: z.enum(audiences, "choose_one").default("owner"),
      coalition_id: z.uuid("choose_one").optional(),
      recipients: z.array(z.uuid("choose_one")).max(500, tooMany(500)),
      publish: checked(),
    })
    .refine(({ audience, recipients }) => audience !== "named" || recipients?.length > 0, {
      path: ["recipients"],
      error: "named_needs_recipients",
      when: () => true,
    });
}

function line(max: number) {
  return z.string().transform(inOneLine).refine(atMost(max), tooLong(max));
}

/** As core.is_https_link has it: a named host, and nothing before it. */
const httpsLink =
  /^https:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}(?::\d{1,5})?(?:[/?#][^\s<>"'`\\]*)?$/;
