import { Notice } from "@/components/ui/notice";

const noneYet = "Tables for publication are made from a release. There is none yet.";

interface WhyNotProps {
  /** The release that was asked for; null for the dataset as it is now. */
  readonly release: number | null;
  readonly message: string | undefined;
  /** Whether the page has releases to choose from. */
  readonly mayChoose: boolean;
}

/** Why there are no tables, and where more is told of the release that they were to be of. */
export function WhyNot({ release, message, mayChoose }: WhyNotProps) {
  return (
    <Notice>
      {mayChoose || release !== null ? message : noneYet}{" "}
      {release !== null ? (
        <a className="govuk-link" href={`/releases/${release}`}>
          Release {release}
        </a>
      ) : (
        !mayChoose && (
          <a className="govuk-link" href="/releases">
            Releases
          </a>
        )
      )}
    </Notice>
  );
}
