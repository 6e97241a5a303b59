import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { Shell } from "@/app/shell";
import { currentPerson } from "@/app/viewer";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { TextField } from "@/components/ui/text-field";
import { awaitsFirstAccount } from "@/db/people/first-run";
import { cookie } from "./cookies";
import { csrfToken, whyNotIn } from "./form";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{
    again?: string;
    wait?: string;
    late?: string;
    elsewhere?: string;
    callbackUrl?: string;
  }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { again, wait, late, elsewhere, callbackUrl } = await searchParams;
  if (await awaitsFirstAccount()) redirect("/first-run");
  if (await currentPerson()) redirect("/");
  const jar = await cookies();
  const csrf = await csrfToken();
  // Coming back from there without the cookie means that the browser keeps none.
  if (!csrf && !callbackUrl) redirect("/api/auth/signin?callbackUrl=%2F");
  const message = whyNotIn(
    { again, wait },
    "Check the email address and the password: they do not go together",
  );
  return (
    <Shell viewer={null}>
      <PageTitle title="Sign in" />
      {elsewhere === "open" && (
        <Notice>
          You had been signed out here already, so nothing was ended in other browsers. Sign in, and
          choose Sign out everywhere once more.
        </Notice>
      )}
      {late === "yes" && (
        <Notice>
          The code came more than ten minutes after the password. Enter both once more.
        </Notice>
      )}
      {message && <ErrorSummary problems={[{ field: "email", message }]} />}
      {csrf ? (
        <form method="post" action="/api/auth/callback/credentials" noValidate>
          <input type="hidden" name="csrfToken" value={csrf} />
          <input type="hidden" name="callbackUrl" value={callbackUrl ?? "/"} />
          <TextField
            name="email"
            label="Email"
            type="email"
            autoComplete="username"
            defaultValue={message ? jar.get(cookie("email").name)?.value : undefined}
            error={message}
          />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
          />
          <Button>Sign in</Button>
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
