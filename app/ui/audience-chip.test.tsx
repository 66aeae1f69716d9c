import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../../tests/support/in-language";
import { AudienceChip } from "./audience-chip";

afterEach(cleanup);

test.each([
  ["owner", "Only us", "우리 단체만"],
  ["named", "Named organizations", "지정한 단체"],
  ["coalition", "The coalition", "연대 단체 모두"],
  ["everyone", "Everyone", "누구나"],
] as const)("the chip says in words who can see a thing: %s", (audience, english, korean) => {
  const { container } = render(<AudienceChip audience={audience} />, { wrapper: inLanguage("en") });
  expect(container.textContent).toBe(`Who can see this: ${english}`);

  cleanup();
  const { container: other } = render(<AudienceChip audience={audience} />, { wrapper: inLanguage("ko") });
  expect(other.textContent).toBe(`공개 범위: ${korean}`);
});

test("the chip opens into the list of who sees what", () => {
  render(
    <AudienceChip audience="named">
      <p>KRC Chicago sees the card.</p>
    </AudienceChip>,
    { wrapper: inLanguage("en") },
  );

  const chip = screen.getByRole("group");
  expect(chip.hasAttribute("open")).toBe(false);
  fireEvent.click(screen.getByText("Named organizations"));
  expect(chip.hasAttribute("open")).toBe(true);
  expect(screen.getByText("KRC Chicago sees the card.")).toBeTruthy();
});
