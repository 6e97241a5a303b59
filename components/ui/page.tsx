import type { ReactNode } from "react";

export interface NavLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export interface PageProps {
  readonly children: ReactNode;
  /** The main links; none before sign-in. */
  readonly nav?: readonly NavLink[];
  /** Who is signed in, and the page of their account when it is open to them. */
  readonly person?: { readonly name: string; readonly href?: string };
  /** Where the button Sign out posts to. */
  readonly signOut?: string;
}

/** The frame of every page: skip link, bar, content, foot. */
export function Page({ children, nav = [], person, signOut }: PageProps) {
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <header>
        <div className="bar">
          <a href="/" className="bar-name">
            Concord
          </a>
          {nav.length > 0 && <MainLinks links={nav} />}
          {person && (
            <div className="bar-person">
              {person.href ? <a href={person.href}>{person.name}</a> : person.name}
              {signOut && (
                <form method="post" action={signOut}>
                  <button type="submit">Sign out</button>
                </form>
              )}
            </div>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p>Concord: blind rating and reconciliation for serious case reviews</p>
      </footer>
    </>
  );
}

function MainLinks({ links }: { links: readonly NavLink[] }) {
  return (
    <nav aria-label="Main">
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current ? "page" : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
