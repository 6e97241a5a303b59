import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { type Query, searchOf, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { currentPerson } from "@/app/viewer";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageTitle } from "@/components/ui/page-title";
import { TextField } from "@/components/ui/text-field";
import { cookie } from "../cookies";
import { csrfToken, whyNotIn } from "../form";

export const metadata: Metadata = { title: "Enter your code" };

const asked = [
  { field: "code", message: "Enter the code that your app shows, or a recovery code" },
];
const wrong =
  "This code is not right, was used already, or came too late. Enter the newest one that your app shows";
const keyLost =
  "Concord can no longer check the codes of your app: what it checks them with was lost. Enter a recovery code, or ask an admin to remove your second factor";

/** The second step of a sign-in, for whoever has a second factor. */
export default async function CodePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const callbackUrl = textIn(query, "callbackUrl");
  const lost = textIn(query, "lost") === "yes";
  if (await currentPerson()) redirect("/");
  const csrf = await csrfToken();
  if (!csrf || !(await cookies()).has(cookie("ticket").name))
    redirect(`/sign-in${searchOf({ ...(query.again && { late: "yes" }), callbackUrl })}`);
  const tried = lost ? { ...query, again: "yes" } : query;
  const problems = whyNotIn(tried, asked, { field: "code", message: lost ? keyLost : wrong });
  return (
    <Shell viewer={null}>
      <PageTitle title="Enter your code" />
      <ErrorSummary problems={problems} />
      <form method="post" action="/api/auth/callback/credentials" noValidate>
        <input type="hidden" name="csrfToken" value={csrf} />
        <input type="hidden" name="callbackUrl" value={callbackUrl ?? "/"} />
        <TextField
          name="code"
          label="Code"
          hint="The six figures that your app shows now, or one of your recovery codes"
          autoComplete="one-time-code"
          error={problems[0]?.message}
        />
        <Button>Sign in</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in">
          Start again with your password
        </a>
      </p>
      <p className="govuk-body">
        If you have neither the app nor a recovery code, ask an admin to remove your second factor.
      </p>
    </Shell>
  );
}
