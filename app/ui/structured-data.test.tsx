import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { StructuredData } from "./structured-data";

afterEach(cleanup);

test("what people typed is read back as it was, and cannot end the element that it stands in", () => {
  const told = { name: `</script><script>alert("1")</script> & "quoted" 시민권` };
  const { container } = render(<StructuredData told={told} />);
  expect(container.querySelectorAll("script")).toHaveLength(1);
  const text = container.querySelector("script")?.textContent ?? "";
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toEqual(told);
});

test("where nothing is to be told, nothing stands", () => {
  expect(render(<StructuredData told={null} />).container.innerHTML).toBe("");
});
