/** Why a level was agreed: the reason, what lay behind the difference, and who dissents. */
export function Grounds(props: {
  reason: string;
  /** Labels of the tags. */
  tags: readonly string[];
  dissents: readonly string[];
}) {
  const { reason, tags, dissents } = props;
  if (!reason && tags.length + dissents.length === 0) return "–";
  return (
    <div className="grounds">
      {reason && <p>{reason}</p>}
      {tags.length > 0 && <p className="muted">{tags.join(", ")}</p>}
      {dissents.map((dissent) => (
        <p key={dissent}>
          <b>Dissent:</b> {dissent}
        </p>
      ))}
    </div>
  );
}
