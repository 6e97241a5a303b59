import { caseFor, passwordOf } from "@/db/fixtures";
import { makeFirstRunCode } from "@/db/people/first-run";
import { problems, shownOn } from "../page";
import { expect, type Study, signIn, test } from "../study";

test.use({ ownServer: true });

test("signing in: wrong, right, back to where one was, and out for good", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const page = await study.stranger();
  const enter = async (email: string, password: string) => {
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };

  await test.step("an unknown person and a wrong password get the same page", async () => {
    await page.goto("/sign-in");
    const pages: string[] = [];
    for (const email of ["ann@example.org", "eva@example.org"]) {
      await enter(email, "not the password of anyone");
      await expect(page.getByLabel("Email")).toHaveValue(email);
      await expect(page.getByLabel("Password")).toHaveValue("");
      await expect(page.locator(":focus")).toContainText("There is a problem");
      const shown = (await shownOn(page)).replaceAll(email, "EMAIL");
      pages.push(`${new URL(page.url()).pathname}\n${shown}`);
    }
    expect(pages[0]).toContain("Check the email address and the password: they do not go together");
    expect(pages[1]).toBe(pages[0]);
  });

  await test.step("a deep link comes back after signing in", async () => {
    await page.goto("/cases/2016-01/rate");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await enter("ann@example.org", "wrong at first");
    await expect(problems(page)).toBeVisible();
    await enter("ann@example.org", passwordOf("Ann"));
    await expect(page.getByRole("heading", { name: "Rate case 2016-01" })).toBeVisible();
    expect(page.url()).toBe(`${study.url}/cases/2016-01/rate`);
  });

  await test.step("signing out ends the session, also for who kept its cookie", async () => {
    const kept = await page.context().cookies();
    await page.goto("/");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.context().clearCookies();
    await page.context().addCookies(kept);
    await page.goto("/cases/2016-01");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page.getByText("2016-01")).toHaveCount(0);
  });
});

async function leavingBlank(study: Study) {
  const page = await study.stranger();
  const [email, password] = [page.getByLabel("Email"), page.getByLabel("Password")];
  const signIn = page.getByRole("button", { name: "Sign in" });
  const told = problems(page).getByRole("listitem");
  await page.goto("/sign-in");
  await expect(page.getByText("If you have forgotten your password, ask an admin")).toBeVisible();

  await test.step("each blank field is asked for in its own words", async () => {
    await signIn.click();
    await expect(told).toHaveText(["Enter your email address", "Enter your password"]);
    await expect(email).toHaveAccessibleDescription("Error: Enter your email address");
    await expect(password).toHaveAccessibleDescription("Error: Enter your password");
    await password.fill(passwordOf("Ann"));
    await signIn.click();
    await expect(told).toHaveText(["Enter your email address"]);
    await expect(password).toHaveValue("");
  });

  await test.step("alike for a known and an unknown person, without being counted as a try", async () => {
    const pages: string[] = [];
    for (const typed of ["ann@example.org", "eva@example.org"]) {
      for (let time = 0; time < 11; time++) {
        await email.fill(typed);
        await signIn.click();
        await expect(told).toHaveText(["Enter your password"]);
        await expect(email).toHaveValue(typed);
      }
      pages.push((await shownOn(page)).replaceAll(typed, "EMAIL"));
    }
    expect(pages[1]).toBe(pages[0]);
  });

  await email.fill("ann@example.org");
  await password.fill(passwordOf("Ann"));
  await signIn.click();
  await expect(page.getByRole("heading", { name: "Your work" })).toBeVisible();
}

test("what is left blank at sign-in is asked for, and is no wrong try", ({ study }) =>
  leavingBlank(study));
test("the same without scripts", { tag: "@nojs" }, ({ study }) => leavingBlank(study));

test("a password can be shown, and is hidden again when it is sent", async ({ study }) => {
  const page = await study.stranger();
  await page.goto("/sign-in");
  const password = page.getByLabel("Password");
  await page.getByLabel("Email").fill("ann@example.org");
  await password.fill("not the password of Ann");
  await expect(password).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show Password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(page.getByText("What you typed is shown")).toBeAttached();
  await page.getByRole("button", { name: "Hide Password" }).click();
  await expect(password).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show Password" }).click();
  await password.press("Enter");
  await expect(problems(page)).toContainText("they do not go together");
  await expect(password).toHaveAttribute("type", "password");

  await test.step("also where the page stays: what was typed is hidden", async () => {
    await signIn(page, "Ann");
    await page.goto("/account");
    await expect(
      page.getByRole("button", { name: "Show The password you have now" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Show New password" }).click();
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(problems(page)).toContainText("Enter a password of at least 12 characters");
    await expect(page.getByLabel("New password")).toHaveAttribute("type", "password");
  });
});

test("without scripts there is no button that shows a password", { tag: "@nojs" }, async ({
  study,
}) => {
  const page = await study.stranger();
  await page.goto("/sign-in");
  await expect(page.getByLabel("Password")).toHaveAttribute("type", "password");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Show Password" })).toHaveCount(0);
});

test("signing in never leads to another site", async ({ study }) => {
  for (const elsewhere of ["https://evil.example/", "//evil.example/", "/\\evil.example"]) {
    const page = await study.stranger();
    await page.goto(`/api/auth/signin?callbackUrl=${encodeURIComponent(elsewhere)}`);
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(elsewhere)}`);
    await page.getByLabel("Email").fill("ann@example.org");
    await page.getByLabel("Password").fill(passwordOf("Ann"));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByLabel("Password")).toHaveCount(0);
    expect(new URL(page.url()).origin, elsewhere).toBe(study.url);
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Your work" })).toBeVisible();
  }
});

test("localhost and 127.0.0.1 lead to the same place, each with its own sign-in", async ({
  study,
}) => {
  const page = await study.stranger();
  const local = study.url.replace("127.0.0.1", "localhost");
  await page.goto(`${local}/dataset`);
  await page.getByLabel("Email").fill("dora@example.org");
  await page.getByLabel("Password").fill(passwordOf("Dora"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${local}/dataset`);
  await expect(page.getByRole("heading", { name: "Dataset" })).toBeVisible();
  await page.goto(`${study.url}/dataset`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("first run: the code on the console makes the first account, once", async ({ concord }) => {
  const code = await makeFirstRunCode();
  const page = await concord.stranger();
  await page.goto("/");
  expect(page.url()).toBe(`${concord.url}/first-run`);

  await test.step("what is blank is told all at once, the code with the rest", async () => {
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(problems(page).getByRole("listitem")).toHaveText([
      "Enter the code that Concord printed on the console when it started",
      "Enter a name",
      "Enter an email address in the form name@example.org",
      "Enter a password of at least 12 characters",
    ]);
  });

  await test.step("a wrong code is refused beside the field, and what was typed stays", async () => {
    await page.getByLabel("One-time code").fill("AAAA-BBBB-CCCC");
    await page.getByLabel("Your name").fill("Maya");
    await page.getByLabel("Email").fill("maya@example.org");
    await page.getByLabel("Password").fill("four words make one");
    await page.getByLabel("Yes, I am a coder too").check();
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByLabel("One-time code")).toHaveAccessibleDescription(
      /Error: Enter the code that Concord printed on the console when it started/,
    );
    await expect(page.getByLabel("One-time code")).toHaveValue("AAAA-BBBB-CCCC");
    await expect(page.getByLabel("Your name")).toHaveValue("Maya");
    await expect(page.getByLabel("Email")).toHaveValue("maya@example.org");
    await expect(page.getByLabel("Yes, I am a coder too")).toBeChecked();
  });

  await test.step("the right one makes an account that leads, codes and administers", async () => {
    await page.getByLabel("One-time code").fill(code?.toLowerCase() ?? "no code was made");
    await page.getByLabel("Password").fill("four words make one");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.getByLabel("Email").fill("maya@example.org");
    await page.getByLabel("Password").fill("four words make one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "People" }).click();
    await expect(
      page.getByRole("row", { name: "Maya maya@example.org Coder, Lead, Admin" }),
    ).toBeVisible();
  });

  await test.step("from then on there is no such page", async () => {
    const response = await page.goto("/first-run");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  });
});
