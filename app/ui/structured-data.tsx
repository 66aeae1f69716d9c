import { useNonce } from "~/platform/nonce";

/** What a page says to programs that read it. This is the one place of raw markup: no text in it can end its element. */
export function StructuredData({ told }: { told: object | null }) {
  const nonce = useNonce();
  if (!told) return null;
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every "<" escaped, whose quotes React would turn into entities
      dangerouslySetInnerHTML={{ __html: JSON.stringify(told).replaceAll("<", "\\u003c") }}
    />
  );
}
