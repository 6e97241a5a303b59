import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { currentPerson } from "@/app/viewer";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { awaitsFirstAccount } from "@/db/people/first-run";
import { cookie } from "./cookies";
import { csrfToken, whyNotIn } from "./form";

export const metadata: Metadata = { title: "Sign in" };

const asked = [
  { field: "email", message: "Enter your email address" },
  { field: "password", message: "Enter your password" },
];
const wrong = {
  field: "email",
  message: "Check the email address and the password: they do not go together",
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const callbackUrl = textIn(query, "callbackUrl");
  if (await awaitsFirstAccount()) redirect("/first-run");
  if (await currentPerson()) redirect("/");
  const jar = await cookies();
  const csrf = await csrfToken();
  // Coming back from there without the cookie means that the browser keeps none.
  if (!csrf && !callbackUrl) redirect("/api/auth/signin?callbackUrl=%2F");
  const problems = whyNotIn(query, asked, wrong);
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <Shell viewer={null}>
      <PageTitle title="Sign in" />
      {textIn(query, "elsewhere") === "open" && (
        <Notice>
          You had been signed out here already, so nothing was ended in other browsers. Sign in, and
          choose Sign out everywhere once more.
        </Notice>
      )}
      {textIn(query, "late") === "yes" && (
        <Notice>
          The code came more than ten minutes after the password. Enter both once more.
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {csrf ? (
        <form method="post" action="/api/auth/callback/credentials" noValidate>
          <input type="hidden" name="csrfToken" value={csrf} />
          <input type="hidden" name="callbackUrl" value={callbackUrl ?? "/"} />
          <TextField
            name="email"
            label="Email"
            type="email"
            autoComplete="username"
            defaultValue={problems.length > 0 ? jar.get(cookie("email").name)?.value : undefined}
            error={errorOf("email")}
          />
          <PasswordField
            name="password"
            label="Password"
            autoComplete="current-password"
            error={errorOf("password")}
          />
          <Button>Sign in</Button>
          <p className="govuk-body">
            If you have forgotten your password, ask an admin of your team for a new first password.
          </p>
        </form>
      ) : (
        <Notice>
          Your browser did not keep the cookie that signing in needs. Allow cookies for this
          address, then <a href="/sign-in">open this page again</a>.
        </Notice>
      )}
    </Shell>
  );
}
