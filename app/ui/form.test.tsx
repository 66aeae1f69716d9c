import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import messages from "~/i18n/messages/en";
import type { FormReply } from "~/platform/form";
import { inLanguage } from "../../tests/support/in-language";
import { Button } from "./button";
import { Choice } from "./choice";
import { DoneMessage } from "./done-message";
import { Field } from "./field";
import { Form } from "./form";
import { Select } from "./select";
import { TextArea } from "./text-area";

afterEach(cleanup);

const refused: FormReply = {
  values: {
    "title.en": "Food share",
    description: "Bring a bag.",
    zone: "America/Chicago",
    languages: ["ko", "es"],
    who: "named",
  },
  errors: { "title.en": [], area: [{ key: "required" }], who: [{ key: "required" }] },
};

test("a refused form keeps everything that was typed and chosen", async () => {
  await renderForm(refused);

  expect(field("Title").value).toBe("Food share");
  expect(field("Description").value).toBe("Bring a bag.");
  expect(field("Time zone").value).toBe("America/Chicago");
  expect(field("Korean").checked).toBe(true);
  expect(field("English").checked).toBe(false);
  expect(field("Spanish").checked).toBe(true);
  expect(field("Named organizations").checked).toBe(true);
});

test("a form that was not sent yet starts from what is stored", async () => {
  await renderForm(undefined);

  expect(field("Title").value).toBe("Clinic");
  expect(field("English").checked).toBe(true);
  expect(field("Only us").checked).toBe(true);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("the error summary takes focus and links to each field by its label", async () => {
  await renderForm(refused);

  const summary = screen.getByRole("alert");
  expect(document.activeElement).toBe(summary);
  const links = within(summary).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual([
    `Area: ${messages.problem.required}`,
    messages.problem.required,
  ]);
  expect(links.map((link) => document.querySelector(`[id="${link.getAttribute("href")?.slice(1)}"]`))).toEqual([
    field("Area"),
    field("Only us"),
  ]);
});

test("a wrong field is announced as wrong, with its hint and the reason", async () => {
  await renderForm(refused);

  const area = field("Area");
  expect(area.getAttribute("aria-invalid")).toBe("true");
  expect(descriptionOf(area)).toEqual(["A neighborhood, not an address.", `Error: ${messages.problem.required}`]);
  expect(field("Title").getAttribute("aria-invalid")).toBeNull();
  expect(descriptionOf(screen.getByRole("group", { name: "Who can see this" }))).toEqual([
    `Error: ${messages.problem.required}`,
  ]);
});

test("a refusal of the whole form is a sentence above it", async () => {
  await renderForm({ values: {}, errors: {}, refusal: { key: "not_allowed" } });

  expect(screen.getByRole("alert").textContent).toContain(messages.problem.not_allowed);
});

test("a second press while the form is on its way sends nothing", async () => {
  let sent = 0;
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const action = async () => {
    sent += 1;
    await waiting;
    return null;
  };
  await renderForm(undefined, action);

  fireEvent.click(screen.getByRole("button", { name: "Publish" }));
  const button = await screen.findByRole("button", { name: messages.ui.sending });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(button);
  answer();
  await screen.findByRole("button", { name: "Publish" });
  expect(sent).toBe(1);
});

test("a form that stays on its page forgets what was wrong once it is accepted", async () => {
  const answers: (FormReply | Response)[] = [{ ...refused }, redirect("/?saved=now"), { ...refused }];
  const Page = createRemixStub([
    {
      path: "/",
      loader: ({ request }) => new URL(request.url).search,
      Component: () => (
        <>
          {useLoaderData() ? <DoneMessage title="Saved." /> : null}
          <Form reply={undefined} action="/area">
            <Field name="area" label="Area" />
            <Button>Publish</Button>
          </Form>
        </>
      ),
    },
    { path: "/area", action: () => answers.shift() ?? null },
  ]);
  render(<Page />, { wrapper: inLanguage("en") });
  const press = async () => fireEvent.click(await screen.findByRole("button", { name: "Publish" }));

  await press();
  await screen.findByRole("alert");
  await screen.findByRole("button", { name: "Publish" });
  expect(screen.getByRole("alert").textContent).toContain(messages.problem.required);
  await press();
  await screen.findByText("Saved.");
  expect(screen.queryByRole("alert")).toBeNull();
  await press();
  await screen.findByRole("alert");
  await screen.findByRole("button", { name: "Publish" });
  expect(screen.getByRole("alert").textContent).toContain(messages.problem.required);
  expect(screen.queryByText("Saved.")).toBeNull();
});

async function renderForm(reply: FormReply | undefined, action: () => Promise<null> = async () => null) {
  const Page = createRemixStub([
    {
      path: "/",
      action,
      Component: () => (
        <Form reply={reply} labels={{ area: "Area" }}>
          <Field name="title.en" label="Title" defaultValue="Clinic" />
          <Field name="area" label="Area" hint="A neighborhood, not an address." />
          <TextArea name="description" label="Description" />
          <Select
            name="zone"
            label="Time zone"
            options={["America/New_York", "America/Chicago"].map((value) => ({ value, label: value }))}
          />
          <Choice
            type="checkbox"
            name="languages"
            legend="Languages"
            defaultValue={["en"]}
            options={[
              { value: "ko", label: "Korean" },
              { value: "en", label: "English" },
              { value: "es", label: "Spanish" },
            ]}
          />
          <Choice
            type="radio"
            name="who"
            legend="Who can see this"
            defaultValue="owner"
            options={[
              { value: "owner", label: "Only us" },
              { value: "named", label: "Named organizations" },
            ]}
          />
          <Button>Publish</Button>
        </Form>
      ),
    },
  ]);
  render(<Page />, { wrapper: inLanguage("en") });
  await screen.findByRole("button", { name: "Publish" });
}

function field(label: string) {
  return screen.getByLabelText<HTMLInputElement>(label);
}

function descriptionOf(element: HTMLElement) {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent);
}
