import type { ReactNode } from "react";

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly hint?: string;
  readonly status?: ReactNode;
}

/** Things to do, each a link with its state. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map(({ id, title, href, hint, status }) => {
        const described = [hint && `${id}-hint`, status && `${id}-status`].filter(Boolean);
        return (
          <li className="govuk-task-list__item govuk-task-list__item--with-link" key={id}>
            <div className="govuk-task-list__name-and-hint">
              <a
                className="govuk-link govuk-task-list__link"
                href={href}
                aria-describedby={described.length > 0 ? described.join(" ") : undefined}
              >
                {title}
              </a>
              {hint && (
                <div id={`${id}-hint`} className="govuk-task-list__hint">
                  {hint}
                </div>
              )}
            </div>
            {status && (
              <div id={`${id}-status`} className="govuk-task-list__status">
                {status}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
