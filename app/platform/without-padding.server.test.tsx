// @vitest-environment node
import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutPadding } from "./without-padding.server";

test("Hangul stays whole wherever React cuts the page into pieces", async () => {
  const rows = Array.from({ length: 2000 }, (_, row) => `${"x".repeat(row % 7)}함께${row}`);
  const body = withoutPadding();
  const { pipe } = renderToPipeableStream(
    <ul>
      {rows.map((row) => (
        <li key={row} aria-label={row}>
          {row}
        </li>
      ))}
    </ul>,
    { onShellReady: () => pipe(body) },
  );

  const html = await text(body);
  expect(html).toBe(`<ul>${rows.map((row) => `<li aria-label="${row}">${row}</li>`).join("")}</ul>`);
});
