"use client";

/** For when not even the frame of the pages can be made, as when the database cannot be read. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <main>
          <h1>Something went wrong</h1>
          <p>
            Concord could not make this page. What was saved before is safe. Try again; if it
            happens again, tell whoever runs Concord{" "}
            {error.digest ? `the number ${error.digest}` : "when it happened"}.
          </p>
        </main>
      </body>
    </html>
  );
}
